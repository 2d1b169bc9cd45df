"""Permissions of whole trees, files by extension and by folder, files of today and yesterday."""

import posixpath
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Task, any_order, silent
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import World

_BELOW = "[in|under|below] {dir} [and all subfolders|and below|recursively]"
_FOLDERS_IN = {
    (False, "dir"): "[anywhere below|below] {dir}[, at any depth|, however deep|, recursively]",
    (
        False,
        "here",
    ): "[anywhere under this folder|in this folder, at any depth|under the current directory, recursively]",
    (True, "dir"): "directly in {dir}[, including hidden ones|, hidden ones too]",
    (True, "here"): "directly in this folder[, including hidden ones|, hidden ones too]",
}
_HERE = "[here and in subfolders|in this folder and its subfolders|under the current directory]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _modes()
    yield from _tables()
    yield from _times()


def _both(world: World, s: Bound) -> None:
    world.dir(s.dir)
    for number, path in enumerate(("a.txt", "b/c.sh", "b/d/.e", "f/g")):
        world.file(f"{s.dir}/{path}", "x\n", mode=(0o600, 0o777, 0o640, 0o755)[number])
    for path in world.paths(s.dir, "dir"):
        world[path].mode = 0o700
    world.file("beyond/x", "x\n", mode=0o600)


def _set_modes(world: World, s: Bound) -> None:
    for path in [s.dir, *world.paths(s.dir)]:
        node = world[path]
        mode = s.foldermode if node.kind == "dir" else getattr(s, "filemode", None)
        if ("foldermode" in s or node.kind == "file") and ("filemode" in s or node.kind == "dir"):
            node.mode = int(mode, 8)


def _modes() -> Iterator[Task]:
    files, folders = one_of("644", "640", "664", "600"), one_of("755", "750", "775", "700")
    yield Task(
        name="find-special.folder-modes",
        say=[
            "[set|change] [the permissions of |]all [folders|directories] [in|under|below] {dir} "
            "to {foldermode}",
            "chmod [all |]the [folders|directories] but not the files [in|under] {dir} to "
            "{foldermode}",
        ],
        run="find {dir} -type d -exec chmod {foldermode} {} +",
        explain=["Sets the permissions of {dir} and of all folders below it to {foldermode}."],
        setup=_both,
        expect=_set_modes,
        slots={"foldermode": folders},
        weight=2,
    )
    yield Task(
        name="find-special.both-modes",
        say=[
            "[set|change] the permissions of [all |]folders [in|under|below] {dir} to "
            "{foldermode} and "
            "[those |]of [all |]files to {filemode}",
            "chmod [all |]files [in|under|below] {dir} to {filemode} and [all "
            "|][folders|directories] to {foldermode}",
        ],
        run=r"find {dir} \( -type d -exec chmod {foldermode} {} + \) -o "
        r"\( -type f -exec chmod {filemode} {} + \)",
        explain=["Sets directories in {dir} to mode {foldermode} and files to {filemode}."],
        setup=_both,
        expect=_set_modes,
        slots={"foldermode": folders, "filemode": files},
    )
    for key, bits, english in (
        ("setuid", "4000", "[setuid|set-user-id|SUID]"),
        ("setgid", "2000", "[setgid|set-group-id|SGID]"),
    ):
        yield Task(
            name=f"find-special.{key}",
            say=[
                f"[find|list|show] [all |all the |the |]{english} [files|programs] "
                f"[in|under|below] {{dir}}",
                f"[find|list] [all |]files [in|under] {{dir}} with the {english} bit[ set|]",
            ],
            ask=[f"which files in {{dir}} have the {english} bit set?"],
            run=f"find {{dir}} -type f -perm -{bits}",
            explain=[f"Lists the files in {{dir}} with the {english} bit."],
            setup=lambda world, s: silent(
                [world.file(f"{s.dir}/{n}", "x\n", mode=0o755) for n in "abc"]
            ),
            before=f"chmod {bits[0]}755 {{dir}}/b",
            after="chmod 755 {dir}/b",
            expect=lambda world, s: any_order([f"{s.dir}/b"]),
        )


def _mixed(world: World, s: Bound) -> None:
    for path in ("a.py", "b.py", "sub/c.py", "d.txt", "sub/deep/e.txt", "sub/f.md", "sub/g.tar.gz"):
        world.file(f"{s.dir}/{path}", "x\n")
    world.file("beyond/x.py", "x\n")


def _tables() -> Iterator[Task]:
    yield Task(
        name="find-special.per-extension",
        say=[
            "count [the |]files [in|under|below] {dir} [by|per|for each] [file "
            "extension|extension|type]",
            "[show|list] how many files of [each|every] extension there are [in|under] {dir}",
        ],
        ask=[
            "how many files of each [type|extension] are in {dir}?",
            "file types in {dir} by number",
        ],
        run=r"find {dir} -type f -name '*.*' | sed 's/.*\.//' | sort | uniq -c | sort -nr",
        explain=["Counts the files in {dir} by extension, most frequent first."],
        setup=_mixed,
        expect=lambda world, s: _frequency(p.rpartition(".")[2] for p in world.files(s.dir)),
    )
    yield Task(
        name="find-special.per-folder",
        say=[
            "count [the |]files [in|of] every folder [in|under|below] {dir}, most first",
            "[show|list] how many files each folder [below|under|in] {dir} holds, sorted by number",
        ],
        ask=["which folders [in|under] {dir} have the most files?"],
        run={
            "linux": r"find {dir} -type f -printf '%h\n' | sort | uniq -c | sort -nr",
            "macos": r"find {dir} -type f -exec dirname {} + | sort | uniq -c | sort -nr",
        },
        explain=["Counts the files of every folder below {dir}, fullest first."],
        setup=_mixed,
        expect=lambda world, s: _frequency(map(posixpath.dirname, world.files(s.dir))),
    )
    yield Task(
        name="find-special.folders-with-kind",
        say=[
            "[list|find|show] [the |all |]folders [in|under|below] {dir} that contain {kind}",
            "[list|find] [every folder|all folders] [with|holding] {kind} [in|under|below] {dir}",
        ],
        ask=["[which|what] folders [in|under] {dir} [contain|have] {kind}?"],
        run={
            "linux": r"find {dir} -type f -name {kind} -printf '%h\n' | sort -u",
            "macos": r"find {dir} -type f -name {kind} -exec dirname {} + | sort -u",
        },
        explain=["Lists the folders in {dir} that contain {kind}."],
        setup=lambda world, s: silent(
            [
                world.file(f"{s.dir}/{p}{s.kind}", "x\n")
                for p in ("a.", "b.", "c/d.", "e/f.x", "g/h.")
            ]
        ),
        expect=lambda world, s: sorted(
            {posixpath.dirname(p) for p in world.files(s.dir) if p.endswith(f".{s.kind}")}
        ),
    )


def _frequency(values) -> list[str]:
    counts = sorted(((n, value) for value, n in Counter(values).items()), reverse=True)
    return [f"{n:>7} {value}" for n, value in counts]


def _times() -> Iterator[Task]:
    def aged(world: World, s: Bound) -> None:
        top = s.dir if "dir" in s else "."
        for name in ("today.txt", "sub/today2.md"):
            world.file(f"{top}/{name}", "x\n")
        world.file(f"{top}/sub/old.txt", "x\n", days=400)
        noon = now().replace(hour=12, minute=0, second=0, microsecond=0) - timedelta(days=1)
        world.file(f"{top}/yesterday.txt", "x\n").mtime = noon.timestamp()

    for place, text in (
        ("{dir}", "[in|under|below] {dir}"),
        (".", "[here|in this folder|in the current directory]"),
    ):
        key = "dir" if "dir" in place else "here"
        shown = lambda s, *names, key=key: any_order(
            [f"{s.dir if key == 'dir' else '.'}/{n}" for n in names]
        )
        yield Task(
            name=f"find-special.today-{key}",
            say=[
                f"[find|list|show] [all |the |]files {text} [changed|modified|edited] "
                f"[today|since midnight]"
            ],
            ask=[f"[which|what] files {text} [were changed|were modified|changed] today?"],
            run=f'find {place} -type f -newermt "$(date +%F)"',
            explain=[f"Lists the files {text} modified today."],
            setup=aged,
            weight=2,
            expect=lambda world, s, shown=shown: shown(s, "today.txt", "sub/today2.md"),
        )
        yield Task(
            name=f"find-special.yesterday-{key}",
            say=[f"[find|list|show] [all |the |]files {text} [changed|modified|edited] yesterday"],
            ask=[f"[which|what] files {text} [were changed|were modified|changed] yesterday?"],
            run={
                "linux": f"find {place} -daystart -type f -mtime 1",
                "macos": f'find {place} -type f -newermt "$(date -v-1d +%F)" ! -newermt "$(date '
                f'+%F)"',
            },
            explain=[f"Lists the files {text} modified yesterday."],
            setup=aged,
            weight=2,
            expect=lambda world, s, shown=shown: shown(s, "yesterday.txt"),
        )
        yield Task(
            name=f"find-special.exactly-{key}",
            say=[
                f"[find|list|show] [all |the |]files {text} [changed|modified] exactly {{days}} ago"
            ],
            ask=[f"[which|what] files {text} were [changed|modified] exactly {{days}} ago?"],
            run=f"find {place} -type f -mtime {{days}}",
            explain=[f"Lists the files {text} modified {{days}} ago."],
            setup=lambda world, s: silent(
                [
                    world.file(f"{s.dir if 'dir' in s else '.'}/{n}", "x\n", days=s.days + d)
                    for n, d in (("a", -0.5), ("b", 0.5), ("sub/c", 0.4), ("d", 1.5))
                ]
            ),
            expect=lambda world, s, shown=shown: shown(s, "b", "sub/c"),
        )
