"""Comparing files and folders: diff, cmp, comm, checksums, patches."""

import hashlib
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, named
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_sources import KIND, KIND_IN, ONE, TWO
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.world import World

_COMPARE = "[compare|diff]"
_BOTH = "{file} [and|with|to] {file2}"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _diff()
    yield from _equal()
    yield from _sets()
    yield from _folders()
    yield from _checksums()
    yield from _patches()


def _task(name: str, run, say, explain: str, setup, expect, ask=(), mac=None, **more):
    return text_task(f"files_compare.{name}", say, run, [explain], setup, expect, ask, mac, **more)


_FIRST = ["apple", "banana", "cherry"]
_SECOND = ["apple", "blueberry", "cherry", "date"]


def _two(first=_FIRST, second=_SECOND, names=("file", "file2")):
    return lambda world, s: silent(
        world.file(s[names[0]].data, first), world.file(s[names[1]].data, second)
    )


def _diff() -> Iterator[Task]:
    plain = Outcome(["2c2", "< banana", "---", "> blueberry", "3a4", "> date"], status=1)
    unified = ["@@ -1,3 +1,4 @@", " apple", "-banana", "+blueberry", " cherry", "+date"]
    yield _task(
        "diff", "diff {file} {file2}", [f"{_COMPARE} {_BOTH}", "show [the differences|what is different|what differs] between {file} and {file2}", "compare the [lines|contents] of {file} and {file2}"],
        "Prints the lines in which {file} and {file2} differ.", _two(), lambda world, s: plain, ["how do {file} and {file2} differ?", "what is different between {file} and {file2}?", "differences between {file} and {file2}"], weight=4,
    )  # fmt: skip
    yield _task(
        "diff-unified", "diff -u {file} {file2}", [f"{_COMPARE} {_BOTH} in unified format", "show a unified diff of {file} and {file2}", "show the differences between {file} and {file2} as a patch"],
        "Prints the differences between {file} and {file2} in unified format.", _two(), lambda world, s: Outcome(unified, status=1), weight=2, before=_CUT,
    )  # fmt: skip
    yield _task(
        "diff-context", "diff -U {count} {file} {file2}", [f"{_COMPARE} {_BOTH} with {{count}} lines of context", "show a unified diff of {file} and {file2} with {count} lines of context"],
        "Prints a unified diff of {file} and {file2} with {count} lines of context.", _two(), lambda world, s: Outcome(unified, status=1), before=_CUT, slots={"count": SLOTS["count"]},
    )  # fmt: skip
    yield _task(
        "diff-side", "diff -y {file} {file2}", [f"{_COMPARE} {_BOTH} side by side", "show {file} and {file2} next to each other with their differences marked"],
        "Prints {file} and {file2} side by side.", _two(), lambda world, s: Outcome(["apple apple", "banana | blueberry", "cherry cherry", "> date"], status=1), before=_SQUEEZE, weight=2,
    )  # fmt: skip
    yield _task(
        "diff-side-width", "diff -y -W {width} {file} {file2}", [f"{_COMPARE} {_BOTH} side by side, {{width}} [characters|columns] wide"],
        "Prints {file} and {file2} side by side, {width} columns wide.", _two(), lambda world, s: Outcome(["apple apple", "banana | blueberry", "cherry cherry", "> date"], status=1), before=_SQUEEZE,
    )  # fmt: skip
    yield _task(
        "diff-side-short", "diff -y --suppress-common-lines {file} {file2}", [f"{_COMPARE} {_BOTH} side by side, [only the lines that differ|without common lines]"],
        "Prints the lines in which {file} and {file2} differ side by side.", _two(), lambda world, s: Outcome(["banana | blueberry", "> date"], status=1), before=_SQUEEZE,
    )  # fmt: skip
    spaces, cases = (
        (["a  b", "c", "x"], ["a b ", "c", "y"]),
        (["Hello", "b", "x"], ["hello", "B", "y"]),
    )
    blank = (["a", "", "b", "x"], ["a", "b", "", "y"])
    for key, flag, said, does, texts in (
        ("space", "-w", "[ignoring|without regard to] [all|] [white space|whitespace|spaces]", "ignoring white space", spaces),
        ("space-amount", "-b", "ignoring [changes in the amount of|the amount of] [white space|whitespace]", "ignoring the amount of white space", spaces),
        ("case", "-i", "[ignoring|without regard to] [case|upper and lower case]", "ignoring case", cases),
        ("blank", "-B", "ignoring [blank|empty] lines", "ignoring blank lines", blank),
        ("space-case", "-iw", "ignoring [case|upper and lower case] and white space", "ignoring case and white space", (["Hello  you", "x"], ["hello you", "y"])),
    ):  # fmt: skip
        numbers = "4c4" if key == "blank" else "2c2" if key == "space-case" else "3c3"
        lines = [numbers, "< x", "---", "> y"]
        if key == "blank":
            lines = ["2d1", "< ", "4c3,4", "< x", "---", "> ", "> y"]
        yield _task(
            f"diff-{key}", f"diff {flag} {{file}} {{file2}}", [f"{_COMPARE} {_BOTH} {said}", f"show the differences between {{file}} and {{file2}} {said}"],
            f"Prints the differences between {{file}} and {{file2}}, {does}.", _two(*texts),
            lambda world, s, lines=lines, key=key: Outcome(lines if key != "blank" else None, status=1),
        )  # fmt: skip
    yield _task(
        "diff-brief", "diff -q {file} {file2}", ["[say|report|check] [only|just] whether {file} and {file2} differ", f"{_COMPARE} {_BOTH} and [say|report] only whether they differ"],
        "Says whether {file} and {file2} differ.", _two(), lambda world, s: Outcome([f"Files {s.file} and {s.file2} differ"], status=1), ["do {file} and {file2} differ?"],
    )  # fmt: skip
    yield _task(
        "diff-same", "diff -s {file} {file2}", [f"{_COMPARE} {_BOTH} and say so if they are [the same|identical]"],
        "Prints the differences between {file} and {file2}, or that there are none.", _two(_FIRST, _FIRST), lambda world, s: [f"Files {s.file} and {s.file2} are identical"],
    )  # fmt: skip
    yield _task(
        "diff-save", "diff -u {file} {file2} > {stem}.patch", ["[make|create|write] a patch {stem}.patch from {file} to {file2}", "save the unified diff of {file} and {file2} [in|as|to] {stem}.patch"],
        "Writes the differences between {file} and {file2} to {stem}.patch.", _two(),
        lambda world, s: silent(world.file(f"{s.stem}.patch", unified)) or Outcome(status=1), before=_CUT,
    )  # fmt: skip
    yield _task(
        "diff-sorted", "diff <(sort {txt}) <(sort {txt2})", ["compare {txt} and {txt2} after sorting [both|them]", "diff the sorted [lines|contents] of {txt} and {txt2}", "compare {txt} with {txt2} regardless of the order of lines"],
        "Compares {txt} and {txt2} after sorting both.", _two(["c", "a", "b"], ["b", "a", "d"], ("txt", "txt2")), lambda world, s: Outcome(["3c3", "< c", "---", "> d"], status=1), weight=1.5,
    )  # fmt: skip
    yield _task(
        "diff-output", "diff <(./{script}) {txt}", ["compare the output of {script} with {txt}", "diff what {script} prints against {txt}"],
        "Compares the output of {script} with {txt}.", lambda world, s: silent(world.file(s.script, "#!/bin/bash\necho a\necho b\n", 0o755), world.file(s.txt, ["a", "c"])),
        lambda world, s: Outcome(["2c2", "< b", "---", "> c"], status=1),
    )  # fmt: skip
    yield _task(
        "diff-added", "diff {txt} {txt2} | grep '^>'", ["show only the lines that [are new|were added] in {txt2} compared with {txt}", "list the lines [added|that differ] in {txt2} relative to {txt}"],
        "Prints the lines of {txt2} that differ from {txt}, each after >.", _two(names=("txt", "txt2")), lambda world, s: ["> blueberry", "> date"],
    )  # fmt: skip
    yield _task(
        "diff-count", "diff {txt} {txt2} | grep -c '^[<>]'", ["count the lines [in which|by which] {txt} and {txt2} differ", "count the [differing|changed] lines between {txt} and {txt2}"],
        "Counts the lines by which {txt} and {txt2} differ.", _two(names=("txt", "txt2")), lambda world, s: ["3"], ["how many lines differ between {txt} and {txt2}?"],
    )  # fmt: skip


# Without the names and times at the top; without the padding of columns.
_CUT = 'diff() { command diff "$@" | sed \'1,2d\'; return "${PIPESTATUS[0]}"; }'
_SQUEEZE = "diff() { command diff \"$@\" | sed 's/[[:blank:]][[:blank:]]*/ /g; s/^ //; s/ $//'; return \"${PIPESTATUS[0]}\"; }"  # fmt: skip


def _equal() -> Iterator[Task]:
    other = _two(["same", "x"], ["same", "y"])
    yield _task(
        "cmp", "cmp {file} {file2}", ["check whether {file} and {file2} are [the same|identical|equal]", "compare {file} and {file2} byte by byte", "find the first byte in which {file} and {file2} differ"],
        "Says where {file} and {file2} first differ; nothing if they are equal.", other, lambda world, s: Outcome([f"{s.file} {s.file2} differ: byte 6, line 2"], status=1), ["are {file} and {file2} [the same|identical]?"], weight=2,
    )  # fmt: skip
    yield _task(
        "cmp-differ", "cmp -s {file} {file2} || echo different", ["[print|say] different if {file} and {file2} [differ|are different|are not the same]", "[print|echo] different only if {file} and {file2} [differ|are not identical]"],
        "Prints different if {file} and {file2} differ.", other, lambda world, s: ["different"],
    )  # fmt: skip
    yield _task(
        "cmp-all", "cmp -l {file} {file2}", ["list [all|the] bytes [in which|where] {file} and {file2} differ", "show every differing byte of {file} and {file2}"],
        "Prints the position and both values of every byte that differs between {file} and {file2}.", other, lambda world, s: Outcome(["6 170 171"], status=1),
    )  # fmt: skip
    yield _task(
        "cmp-folder", "cmp {file} {dir}/{file}", ["compare {file} with the copy in {dir}", "check whether {file} is the same as the one in {dir}"],
        "Compares {file} with the file of that name in {dir}.", lambda world, s: silent(world.file(s.file, "a"), world.file(f"{s.dir}/{s.file}", "b")),
        lambda world, s: Outcome([f"{s.file} {s.dir}/{s.file} differ: byte 1, line 1"], status=1),
    )  # fmt: skip


def _sets() -> Iterator[Task]:
    says = [
        "[show|print] the lines of {txt} only, of {txt2} only and of both in three columns",
        "compare {txt} and {txt2} in three columns: first only, second only, both",
    ]
    does = "Prints in three columns the lines of {txt} only, of {txt2} only, and of both"
    columns = ["\t\tapple", "\t\tfig", "\tkiwi", "pear"]
    for key, run, end, first, second in (
        ("", "comm <(sort {txt}) <(sort {txt2})", "", ["pear", "apple", "fig"], ["fig", "kiwi", "apple"]),
        ("-sorted", "comm {txt} {txt2}", ", both already sorted", ["apple", "fig", "pear"], ["apple", "fig", "kiwi"]),
    ):  # fmt: skip
        yield _task(
            f"comm{key}", run, [f"{text}{end}" for text in says], f"{does}{'; both must be sorted' if end else ''}.",
            _two(first, second, ("txt", "txt2")), lambda world, s: columns,
        )  # fmt: skip


def _folders() -> Iterator[Task]:
    def setup(world: World, s: Bound) -> None:
        for path, one, two in (
            ("same.txt", "x\n", "x\n"),
            ("changed.txt", "old\n", "new\n"),
            ("gone.txt", "g\n", None),
            ("added.txt", None, "a\n"),
            ("deep/in.txt", "i\n", "j\n"),
            ("notes.log", "1\n", "2\n"),
        ):
            for folder, text in ((s.dir, one), (s.dir2, two)):
                if text:
                    world.file(f"{folder}/{path}", text)

    def only(s: Bound) -> list[str]:
        return [f"Only in {s.dir2}: added.txt", f"Only in {s.dir}: gone.txt"]

    def differ(s: Bound, name: str) -> str:
        return f"Files {s.dir}/{name} and {s.dir2}/{name} differ"

    brief = lambda s: [
        only(s)[0],
        differ(s, "changed.txt"),
        differ(s, "deep/in.txt"),
        only(s)[1],
        differ(s, "notes.log"),
    ]
    both = "{dir} and {dir2}"
    yield _task(
        "folders-brief", "diff -rq {dir} {dir2}", [f"[show|list|find] which files differ between {both}", f"compare {both} [and list the files that differ|by file, only the names]", f"[list|show] the differences between {both}, only the names of files"],
        "Lists the files that differ between {dir} and {dir2} or are in only one of them.", setup, lambda world, s: Outcome(brief(s), status=1), [f"which files differ between {both}?"], weight=3,
    )  # fmt: skip
    change = lambda s, name, a, b: [
        f"diff -r {s.dir}/{name} {s.dir2}/{name}",
        "1c1",
        f"< {a}",
        "---",
        f"> {b}",
    ]
    yield _task(
        "folders", "diff -r {dir} {dir2}", [f"compare {both} [recursively|with all subfolders] line by line", f"show all differences between the files [in|of] {both}", f"diff {both} recursively"],
        "Prints all differences between the files of {dir} and {dir2}.", setup,
        lambda world, s: Outcome([only(s)[0], *change(s, "changed.txt", "old", "new"), *change(s, "deep/in.txt", "i", "j"), only(s)[1], *change(s, "notes.log", "1", "2")], status=1), slots={"dir": lambda draw, spaced: SLOTS["dir"](draw, False)}, weight=2,
    )  # fmt: skip
    yield _task(
        "folders-skip", "diff -rq -x '*.{ext}' {dir} {dir2}", [f"list the files that differ between {both} [except|ignoring|leaving out] {{ext}} files", f"compare {both} by file, ignoring {{ext}} files"],
        "Lists the files that differ between {dir} and {dir2}, leaving out {ext} files.",
        lambda world, s: silent(world.file(f"{s.dir}/a.{s.ext}", "1"), world.file(f"{s.dir2}/a.{s.ext}", "2"), world.file(f"{s.dir}/b.zzz", "1"), world.file(f"{s.dir2}/b.zzz", "2")),
        lambda world, s: Outcome([differ(s, "b.zzz")], status=1),
    )  # fmt: skip
    yield _task(
        "folders-only-first", "comm -23 <(ls {dir}) <(ls {dir2})", ["list the [files|names] that are in {dir} but not in {dir2}", "[show|find] the files of {dir} that are missing in {dir2}"],
        "Lists the names in {dir} that {dir2} does not have.", setup, lambda world, s: ["gone.txt"], ["which files of {dir} are missing in {dir2}?"],
    )  # fmt: skip
    yield _task(
        "folders-common", "comm -12 <(ls {dir}) <(ls {dir2})", ["list the [file names|names] that are in both {dir} and {dir2}", "[show|find] the names that {dir} and {dir2} have in common"],
        "Lists the names that both {dir} and {dir2} have.", setup, lambda world, s: ["changed.txt", "deep", "notes.log", "same.txt"],
    )  # fmt: skip
    yield _task(
        "folders-names", "diff <(ls {dir}) <(ls {dir2})", [f"compare the [lists of names|file names|listings] of {both}[, not the contents|]", f"diff the listings of {both}"],
        "Compares the names in {dir} and {dir2}, not their contents.", setup, lambda world, s: Outcome(["0a1", "> added.txt", "3d3", "< gone.txt"], status=1),
    )  # fmt: skip
    yield _task(
        "folders-identical", "diff -rsq {dir} {dir2} | grep identical", [f"list the identical files in {both}", f"show which files are the same in {both}"],
        "Lists the files that are identical in {dir} and {dir2}.", setup, lambda world, s: [f"Files {s.dir}/same.txt and {s.dir2}/same.txt are identical"],
    )  # fmt: skip
    yield _task(
        "folders-patch", "diff -ruN {dir} {dir2} > {stem}.patch", [f"[make|create|write] a patch {{stem}}.patch with [all|the] differences between {both}, new files too"],
        "Writes all differences between {dir} and {dir2}, new files too, to {stem}.patch.", setup,
        lambda world, s: silent(world.file(f"{s.stem}.patch", ["+a", "-old", "+new", "-i", "+j", "-g", "-1", "+2"])) or Outcome(status=1),
        before="diff() { command diff \"$@\" | grep '^[-+][a-z0-9]'; return \"${PIPESTATUS[0]}\"; }",
    )  # fmt: skip


_SUMS = (
    ("md5", "md5sum", "md5 -r", "MD5 [sum|checksum|hash]", hashlib.md5, 2.0),
    ("sha1", "sha1sum", "shasum", "SHA-1 [sum|checksum|hash]", hashlib.sha1, 1.0),
    ("sha256", "sha256sum", "shasum -a 256", "[SHA-256|SHA256|sha256] [sum|checksum|hash]", hashlib.sha256, 2.5),
    ("sha512", "sha512sum", "shasum -a 512", "[SHA-512|sha512] [sum|checksum|hash]", hashlib.sha512, 1.0),
)  # fmt: skip


def _checksums() -> Iterator[Task]:
    for key, tool, mac, said, digest, weight in _SUMS:
        line = lambda world, path, digest=digest: f"{digest(world[path].data).hexdigest()}  {path}"
        for source in (ONE, TWO, KIND, KIND_IN):
            many = source is not ONE
            noun = f"the {said} of {source.said}"
            yield _task(
                f"{key}-{source.key}", f"{tool} {source.text}", [f"[print|show|compute|calculate|get] {noun}"] + ([f"[compute|calculate] the {said} of each of {source.said}"] if many and source.many else []),
                f"Prints the {tool.removesuffix('sum').upper()} checksum{'s' if many else ''} of {source.does}.", source.setup,
                lambda world, s, source=source, line=line: [line(world, path) for path in source.paths(world, s)],
                [f"{said} of {source.said}"], mac=f"{mac} {source.text}", weight=weight * (1 if source is ONE else 0.4),
            )  # fmt: skip
        checks = f"{key.upper()}SUMS"
        sums = lambda world, s, line=line: [line(world, path) for path in KIND.paths(world, s)]
        macs = "" if key == "md5" else f"{mac} *.{{kind.ext}} > {checks}"
        yield _task(
            f"{key}-save", f"{tool} *.{{kind.ext}} > {checks}", [f"[save|write] the {said} of [all|all the|the] {{kind}} here [to|in|into] {checks}"],
            f"Writes the {key.upper()} checksums of the {{kind}} here to {checks}.", KIND.setup,
            lambda world, s, sums=sums, checks=checks: silent(world.file(checks, sums(world, s))), mac=macs or f"{mac} *.{{kind.ext}} > {checks}", weight=0.7,
        )  # fmt: skip
        yield _task(
            f"{key}-check", f"{tool} -c {{stem}}.{key}", [f"[check|verify] the files listed [in|with their {said.replace('[sum|checksum|hash]', 'checksums')} in] {{stem}}.{key}", f"verify the checksums in {{stem}}.{key}"],
            f"Checks the files listed in {{stem}}.{key} against their {key.upper()} checksums.",
            lambda world, s, key=key, line=line: silent(world.file("a.txt", "a"), world.file("b.txt", "b"), world.file(f"{s.stem}.{key}", [line(world, "a.txt"), line(world, "b.txt")])),
            lambda world, s: ["a.txt: OK", "b.txt: OK"], mac="" if key == "md5" else f"{mac} -c {{stem}}.{key}",
        )  # fmt: skip
        yield _task(
            f"{key}-only", f"{tool} {{path}} | cut -d' ' -f1", [f"print [only|just] the {said} of {{path}}, [not|without] the name"],
            f"Prints only the {key.upper()} checksum of {{path}}.", lambda world, s: silent(world.file(s.path, "data\n")),
            lambda world, s, digest=digest: [digest(b"data\n").hexdigest()], mac="md5 -q {path}" if key == "md5" else f"{mac} {{path}} | cut -d' ' -f1", weight=0.7,
        )  # fmt: skip
    yield _task(
        "sha256-against", "echo '{sum}  {path}' | sha256sum -c", ["check that {path} has the SHA-256 [sum|checksum] {sum}", "verify {path} against the sha256 [checksum|hash] {sum}"],
        "Checks that the SHA-256 checksum of {path} is {sum}.", lambda world, s: silent(world.file(s.path, "data\n")),
        lambda world, s: Outcome([f"{s.path}: FAILED"], status=1), mac="echo '{sum}  {path}' | shasum -a 256 -c", slots={"sum": _digest},
    )  # fmt: skip


def _digest(draw: Draw, spaced: bool) -> Value:
    return named(hashlib.sha256(str(draw.random()).encode()).hexdigest())


def _patches() -> Iterator[Task]:
    for key, run, say, does in (
        ("apply", "patch -p1 < {stem}.patch", ["apply [the patch|] {stem}.patch[ here|]", "patch the files here with {stem}.patch"], "Applies {stem}.patch to the files here"),
        ("dry-run", "patch -p1 --dry-run < {stem}.patch", ["[test|check] whether {stem}.patch [would apply|applies], but change nothing", "[try|simulate] applying {stem}.patch without changing [files|anything]"], "Says whether {stem}.patch would apply"),
        ("reverse", "patch -R -p1 < {stem}.patch", ["[undo|revert|reverse] {stem}.patch with the patch command", "take back the changes of {stem}.patch with patch -R"], "Takes back the changes of {stem}.patch"),
    ):  # fmt: skip
        yield _task(
            f"patch-{key}", run, say, f"{does}.", lambda world, s, key=key: _unpatched(world, s, key),
            lambda world, s, key=key: _patched(world, s, key),
        )  # fmt: skip


def _unpatched(world: World, s: Bound, key: str) -> None:
    world.file("fruit.txt", ["apple", "berry", "cherry"] if key == "reverse" else _FIRST)
    world.file(f"{s.stem}.patch", ["--- a/fruit.txt", "+++ b/fruit.txt", "@@ -1,3 +1,3 @@", " apple", "-banana", "+berry", " cherry"])  # fmt: skip


def _patched(world: World, s: Bound, key: str) -> Outcome:
    if key != "dry-run":
        world.file("fruit.txt", _FIRST if key == "reverse" else ["apple", "berry", "cherry"])
    return Outcome([f"{'checking' if key == 'dry-run' else 'patching'} file fruit.txt"])
