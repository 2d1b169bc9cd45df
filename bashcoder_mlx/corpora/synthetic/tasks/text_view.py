"""Showing files and parts of them: cat, tac, rev, head, tail, sed -n."""

from collections.abc import Callable, Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import (
    lines_task,
    names,
    text_of,
    text_task,
)
from bashcoder_mlx.trial.world import World

SHOW = "[print|show|display|output]"
MANY = [f"line {i} {name}" for i, name in enumerate(names(120), 1)]


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _whole()
    yield from _starts()
    yield from _ends()
    yield from _middles()


def several(world: World, s: Bound) -> None:
    """Two files and a third that is not meant."""
    world.file(s.txt, ["first", "second"])
    world.file(s.txt2, ["third"])
    world.file("other.file", ["no"])


def by_kind(world: World, s: Bound) -> None:
    """Two files {ext} here, and others that are not meant."""
    for name in (f"a1.{s.ext}", f"b2.{s.ext}", f"c3.{s.ext}.bak", f".d.{s.ext}", f"sub/e.{s.ext}"):
        world.file(name, [f"{name} {i}" for i in range(30)])


def _by_kind_and_folder(world: World, s: Bound) -> None:
    by_kind(world, s)
    world.dir(s.path.rpartition("/")[0])


ALL = "[all|all the|every one of the] {ext} files [here|in this folder|in the current directory]"


def _whole() -> Iterator[Task]:
    yield lines_task(
        "text.cat", "cat {file}",
        [f"{SHOW} [|the contents of |the content of |the text of |all of ]{{file}}",
         "[open|read] {file} in the terminal", "cat {file}", "[let me see|view] {file}"],
        ["[Prints|Shows] the contents of {file}."], MANY, lambda x, s: x,
        ["what [is|does it say] in {file}?", "contents of {file}"], file="file", weight=3,
    )  # fmt: skip
    yield text_task(
        "text.cat-two", [f"{SHOW} {{txt}} [and|followed by|and then] {{txt2}}",
                         f"{SHOW} the contents of {{txt}} and {{txt2}}, one after the other"],
        "cat {txt} {txt2}", ["Prints {txt} and then {txt2}."], several,
        lambda world, s: ["first", "second", "third"], ask=["{txt} followed by {txt2}"],
    )  # fmt: skip
    yield text_task(
        "text.join-two", ["[join|combine|concatenate|merge] {txt} and {txt2} into {txt3}",
                          "[put|write] {txt} followed by {txt2} [into|to] {txt3}",
                          "make {txt3} out of {txt} and {txt2}"],
        "cat {txt} {txt2} > {txt3}", ["Joins {txt} and {txt2} into {txt3}."], several,
        lambda world, s: world.file(s.txt3, ["first", "second", "third"]) and None, weight=2,
    )  # fmt: skip
    yield text_task(
        "text.append-file", ["[append|add] [the contents of |]{txt} to [the end of |]{txt2}",
                             "put the text of {txt} at the end of {txt2}"],
        "cat {txt} >> {txt2}", ["Appends the contents of {txt} to {txt2}."], several,
        lambda world, s: world.file(s.txt2, ["third", "first", "second"]) and None, weight=2,
    )  # fmt: skip
    yield text_task(
        "text.cat-kind", [f"{SHOW} [|the contents of ]{ALL}", f"cat {ALL}"],
        "cat *.{ext}", ["Prints all {ext} files of the current directory, one after the other."],
        by_kind, lambda world, s: world[f"a1.{s.ext}"].lines + world[f"b2.{s.ext}"].lines,
    )  # fmt: skip
    yield text_task(
        "text.join-kind",
        [f"[join|combine|concatenate|merge] {ALL} into {{path}}",
         f"[put|write] the contents of {ALL} into {{path}}"],
        "cat *.{ext} > {path}", ["Joins all {ext} files of the current directory into {path}."],
        _by_kind_and_folder,
        lambda world, s: world.file(
            s.path, world[f"a1.{s.ext}"].lines + world[f"b2.{s.ext}"].lines) and None,
    )  # fmt: skip
    yield lines_task(
        "text.tac", "tac {file}",
        [f"{SHOW} {{file}} [from the last line to the first|from bottom to top|with the last line "
         "first|upside down]",
         f"{SHOW} [the lines of |]{{file}} in reverse order", "reverse the [order of the |]lines "
         "[of|in] {file}"],
        ["Prints {file} with the last line first."], MANY, lambda x, s: x[::-1],
        ["{file} from the last line to the first"], file="file", mac="tail -r {file}", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.tac-to", "tac {txt} > {txt2}",
        ["reverse the order of the lines [of|in] {txt} and [save|write] the result [to|in] {txt2}",
         "write {txt} with the last line first to {txt2}"],
        ["Writes the lines of {txt} to {txt2}, the last one first."], MANY,
        lambda x, s: x[::-1], into="txt2", mac="tail -r {txt} > {txt2}",
    )  # fmt: skip
    yield lines_task(
        "text.squeeze-blank", "cat -s {file}",
        [f"{SHOW} {{file}} with [several|repeated|consecutive] blank lines [squeezed|collapsed|"
         "reduced] to one",
         f"{SHOW} {{file}} and [squeeze|collapse] [repeated|consecutive] empty lines into one"],
        ["Prints {file} with repeated blank lines reduced to one."],
        ["a", "", "", "", "b", "", "c", "", ""], lambda x, s: ["a", "", "b", "", "c", ""],
        file="file",
    )  # fmt: skip
    yield lines_task(
        "text.cat-marks", "cat -A {file}",
        [f"{SHOW} {{file}} with [|all ]tabs and line ends [visible|made visible]",
         "make [invisible|hidden|non-printing] characters in {file} visible",
         "show the tabs and line ends in {file} as ^I and $"],
        ["Prints {file} with tabs as ^I and a $ at the end of every line."],
        ["a\tb", "c  "], lambda x, s: ["a^Ib$", "c  $"], file="file", mac="cat -et {file}",
    )  # fmt: skip
    yield lines_task(
        "text.rev", "rev {file}",
        [f"{SHOW} [each|every] line of {{file}} [backwards|reversed|from right to left]",
         "reverse [the characters of|the letters of|] [each|every] line [of|in] {file}"],
        ["Prints every line of {file} backwards."], ["abc", "x yz"],
        lambda x, s: [line[::-1] for line in x], file="file",
    )  # fmt: skip


def _starts() -> Iterator[Task]:
    yield lines_task(
        "text.head", "head {file}",
        [f"{SHOW} the [beginning|start|top] of {{file}}",
         f"{SHOW} the first [few |]lines of {{file}}", "head {file}"],
        ["Prints the first ten lines of {file}."], MANY, lambda x, s: x[:10],
        ["how does {file} start?"], file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.head-n", "head -n {count} {file}",
        [f"[{SHOW[1:-1]}|give me|get|list] [only |just |]the [first|top] {{count}} lines of "
         "{file}", "[look at|view] the first {count} lines [of|in] {file}"],
        ["Prints the first {count} lines of {file}."], MANY, lambda x, s: x[: s.count],
        ["first {count} lines of {file}", "what are the first {count} lines [of|in] {file}?"],
        file="file", weight=3,
    )  # fmt: skip
    yield lines_task(
        "text.head-1", "head -n 1 {file}",
        [f"[{SHOW[1:-1]}|get] [only |just |]the first line [of|in] {{file}}",
         f"{SHOW} the header [line |]of {{file}}"],
        ["Prints the first line of {file}."], MANY, lambda x, s: x[:1],
        ["[what is|] the first line of {file}"], file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.head-c", "head -c {amount} {file}",
        [f"[{SHOW[1:-1]}|get] [only |just |]the first {{amount}} [bytes|characters] of {{file}}"],
        ["Prints the first {amount} bytes of {file}."], MANY,
        lambda x, s: text_of(x)[: s.amount], ["first {amount} bytes of {file}"], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.head-to", "head -n {count} {txt} > {txt2}",
        ["[save|write|copy|put] the first {count} lines of {txt} [to|into|in] {txt2}"],
        ["Writes the first {count} lines of {txt} to {txt2}."], MANY, lambda x, s: x[: s.count],
        into="txt2",
    )  # fmt: skip
    yield lines_task(
        "text.head-but", "head -n -{count} {file}",
        [f"{SHOW} {{file}} without [the|its] last {{count}} lines",
         f"{SHOW} [everything|all lines of {{file}}] [but|except] the last {{count}} lines"
         .replace("everything", "everything in {file}"),
         "[leave out|skip] the last {count} lines of {file}"],
        ["Prints {file} without its last {count} lines."], MANY, lambda x, s: x[: -s.count],
        file="file", mac="tail -r {file} | tail -n +{count.next} | tail -r",
    )  # fmt: skip
    yield lines_task(
        "text.sed-but-last", "sed '$d' {file}",
        [f"{SHOW} {{file}} without [the|its] last line",
         f"{SHOW} [all|everything] but the last line of {{file}}", "skip the last line of {file}"],
        ["Prints {file} without its last line."], MANY, lambda x, s: x[:-1], file="file",
    )  # fmt: skip
    yield text_task(
        "text.head-kind",
        [f"{SHOW} the first {{count}} lines of [each of |]{ALL}",
         f"{SHOW} the top {{count}} lines of {ALL}"],
        "head -n {count} *.{ext}",
        ["Prints the first {count} lines of every {ext} file here, each under its name."],
        by_kind,
        lambda world, s: "\n".join(
            f"==> {n} <==\n" + text_of(world[n].lines[: s.count])
            for n in (f"a1.{s.ext}", f"b2.{s.ext}")
        ),
    )  # fmt: skip


def _ends() -> Iterator[Task]:
    yield lines_task(
        "text.tail", "tail {file}",
        [f"{SHOW} the [end|bottom] of {{file}}", f"{SHOW} the last [few |]lines of {{file}}",
         "tail {file}"],
        ["Prints the last ten lines of {file}."], MANY, lambda x, s: x[-10:],
        ["how does {file} end?"], file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.tail-n", "tail -n {count} {file}",
        [f"[{SHOW[1:-1]}|give me|get|list] [only |just |]the last {{count}} lines of {{file}}",
         "[look at|view] the [last|bottom] {count} lines [of|in] {file}"],
        ["Prints the last {count} lines of {file}."], MANY, lambda x, s: x[-s.count :],
        ["last {count} lines of {file}", "what are the last {count} lines [of|in] {file}?"],
        file="file", weight=3,
    )  # fmt: skip
    yield lines_task(
        "text.tail-1", "tail -n 1 {file}",
        [f"[{SHOW[1:-1]}|get] [only |just |]the last line [of|in] {{file}}"],
        ["Prints the last line of {file}."], MANY, lambda x, s: x[-1:],
        ["[what is|] the last line of {file}"], file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.tail-c", "tail -c {amount} {file}",
        [f"[{SHOW[1:-1]}|get] [only |just |]the last {{amount}} [bytes|characters] of {{file}}"],
        ["Prints the last {amount} bytes of {file}."], MANY,
        lambda x, s: text_of(x)[-s.amount :], ["last {amount} bytes of {file}"], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.tail-from", "tail -n +{line} {file}",
        [f"{SHOW} {{file}} [from line {{line}} on|starting [at|from|with] line {{line}}]",
         f"{SHOW} [everything in {{file}}|all lines of {{file}}] from line {{line}} [on|to the "
         "end]"],
        ["Prints {file} from line {line} to the end."], MANY, lambda x, s: x[s.line - 1 :],
        ["{file} from line {line} on"], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.tail-skip", "tail -n +{count.next} {file}",
        [f"{SHOW} {{file}} without [the|its] first {{count}} lines", "skip the first {count} "
         "lines of {file}", f"{SHOW} [all|everything] but the first {{count}} lines of {{file}}"],
        ["Prints {file} without its first {count} lines."], MANY, lambda x, s: x[s.count :],
        ["{file} except the first {count} lines"], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.tail-header", "tail -n +2 {file}",
        [f"{SHOW} {{file}} without [its|the] [header|header line|header row|first line]",
         "skip the [header|first line] of {file}",
         f"{SHOW} [all|everything] but the first line of {{file}}"],
        ["Prints {file} without its first line."], MANY, lambda x, s: x[1:],
        ["{file} without its header"], file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.tail-to", "tail -n {count} {txt} > {txt2}",
        ["[save|write|copy|put] the last {count} lines of {txt} [to|into|in] {txt2}"],
        ["Writes the last {count} lines of {txt} to {txt2}."], MANY, lambda x, s: x[-s.count :],
        into="txt2",
    )  # fmt: skip
    for name, flag, say in (
        ("follow", "-f", ["[follow|watch] {log}[| as it grows| live| in real time]",
                          "[show|print] new lines of {log} as they [are written|come in|arrive]",
                          "keep printing what is [added|appended] to {log}"]),
        ("follow-name", "-F", ["[follow|watch] {log} even if it is [rotated|replaced|renamed]",
                               "keep [following|watching] {log} across log rotation"]),
        ("follow-count", "-n {count} -f", [
            "[show|print] the last {count} lines of {log} and [follow it|keep following|wait for "
            "more]", "[follow|watch] {log}, starting with the last {count} lines"]),
    ):  # fmt: skip
        yield text_task(
            f"text.tail-{name}", say, f"tail {flag} {{log}}",
            [{"follow": "Prints the end of {log} and every line that is added to it.",
              "follow-name": "Follows {log} by its name, so that it survives rotation.",
              "follow-count": "Prints the last {count} lines of {log} and then every new one."}[
                name]],
            lambda world, s: world.file(s.log, MANY), _follow(flag), stubs=("tail",), weight=1.5,
        )  # fmt: skip
    yield text_task(
        "text.tail-follow-grep",
        ["[follow|watch] {log} and [show|print] only [the |]lines [with|containing] {word}",
         "[show|print] new lines of {log} that contain {word} as they [come in|arrive]"],
        "tail -f {log} | grep {word}", ["Follows {log} and prints the new lines with {word}."],
        lambda world, s: world.file(s.log, MANY),
        lambda world, s: Outcome(calls=[["tail", "-f", s.log]], status=1), stubs=("tail",),
    )  # fmt: skip


def _follow(flag: str) -> Callable[[World, Bound], Outcome]:
    def expect(world: World, s: Bound) -> Outcome:
        flags = ["-n", str(s.count), "-f"] if "count" in s else [flag]
        return Outcome(stdout=None, calls=[["tail", *flags, s.log]])

    return expect


def _middles() -> Iterator[Task]:
    yield lines_task(
        "text.sed-line", "sed -n '{line}p' {file}",
        [f"[{SHOW[1:-1]}|get] [only |just |]line [number |]{{line}} [of|from|in] {{file}}"],
        ["Prints line {line} of {file}."], MANY, lambda x, s: [x[s.line - 1]],
        ["line {line} of {file}", "what is [on|in] line {line} of {file}?"], file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.sed-range", "sed -n '{range}p' {file}",
        [f"[{SHOW[1:-1]}|get] [only |just |]lines {{range}} [of|from|in] {{file}}",
         f"{SHOW} {{file}} from line {{range.low}} to line {{range.high}}"],
        ["Prints lines {range} of {file}."], MANY,
        lambda x, s: x[s.range[0] - 1 : s.range[1]], ["lines {range} of {file}"], file="file",
        weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.sed-range-to", "sed -n '{range}p' {txt} > {txt2}",
        ["[save|write|copy|extract] lines {range} of {txt} [to|into] {txt2}"],
        ["Writes lines {range} of {txt} to {txt2}."], MANY,
        lambda x, s: x[s.range[0] - 1 : s.range[1]], into="txt2",
    )  # fmt: skip
    yield lines_task(
        "text.sed-between", "sed -n '/{word}/,/{word2}/p' {file}",
        [f"{SHOW} [the lines of {{file}}|everything in {{file}}] from [the line with |]{{word}} "
         "to [the line with |]{word2}",
         f"{SHOW} [the part of {{file}}|everything in {{file}}] between {{word}} and {{word2}}, "
         "both included"],
        ["Prints {file} from a line with {word} to the next line with {word2}."],
        lambda s: ["a", f"{s.word2} x", f"y {s.word} z", "b", "", f"{s.word2}.", "c"],
        lambda x, s: x[2:6], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.sed-upto", "sed '/{word}/q' {file}",
        [f"{SHOW} {{file}} up to [and including |]the first line [with|containing] {{word}}",
         "stop printing {file} after the first line with {word}"],
        ["Prints {file} up to the first line with {word}."],
        lambda s: ["a", "b", f"x{s.word} c", f"{s.word}", "d"], lambda x, s: x[:3], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.sed-after", "sed '1,/{word}/d' {file}",
        [f"{SHOW} [what comes|everything] after the first line [with|containing] {{word}} in "
         "{file}", "delete everything up to the first line with {word} from the output of {file}"],
        ["Prints what follows the first line with {word} in {file}."],
        lambda s: ["a", "b", f"x{s.word} c", f"{s.word}", "d"], lambda x, s: x[3:], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.sed-from", "sed -n '/{word}/,$p' {file}",
        [f"{SHOW} {{file}} from the first line [with|containing] {{word}} [on|to the end]"],
        ["Prints {file} from the first line with {word} to the end."],
        lambda s: ["a", "b", f"x{s.word} c", f"{s.word}", "d"], lambda x, s: x[2:], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.head-tail", "tail -n +{line} {file} | head -n {count}",
        [f"{SHOW} {{count}} lines of {{file}}, starting [at|from|with] line {{line}}",
         f"{SHOW} {{count}} lines of {{file}} from line {{line}} on"],
        ["Prints {count} lines of {file}, from line {line} on."], MANY,
        lambda x, s: x[s.line - 1 : s.line - 1 + s.count], file="file",
    )  # fmt: skip
