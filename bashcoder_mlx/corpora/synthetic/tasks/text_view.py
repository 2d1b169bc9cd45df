"""Showing files: cat, tac, head, tail, nl, wc, tee, less, and parts of files by line number."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import (
    lines_task,
    names,
    text_of,
    text_task,
)
from bashcoder_mlx.corpora.synthetic.world import World

_SHOW = "[print|show|display|output]"
_MANY = [f"line {i} {name}" for i, name in enumerate(names(120), 1)]


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _whole()
    yield from _starts()
    yield from _ends()
    yield from _middles()
    yield from _counts()
    yield from _numbers()


def _several(world: World, s: Bound) -> None:
    world.file(s.txt, ["first", "second"])
    world.file(s.txt2, ["third"])
    world.file("other.file", ["no"])


def _by_kind(world: World, s: Bound) -> None:
    for name in (f"a1.{s.ext}", f"b2.{s.ext}", f"c3.{s.ext}.bak", f".d.{s.ext}", f"sub/e.{s.ext}"):
        world.file(name, [f"{name} {i}" for i in range(30)])


_ALL = "[all|all the|every one of the] {ext} files [here|in this folder|in the current directory]"


def _whole() -> Iterator[Task]:
    yield lines_task(
        "text.cat", "cat {file}",
        [f"{_SHOW} [|the contents of |the content of |the text of |all of ]{{file}}",
         "[open|read] {file} in the terminal", "cat {file}", "[let me see|view] {file}"],
        ["[Prints|Shows] the contents of {file}."], _MANY, lambda x, s: x,
        ["what [is|does it say] in {file}?", "contents of {file}"], file="file", weight=3,
    )  # fmt: skip
    yield text_task(
        "text.cat-two", [f"{_SHOW} {{txt}} [and|followed by|and then] {{txt2}}",
                         f"{_SHOW} the contents of {{txt}} and {{txt2}}, one after the other"],
        "cat {txt} {txt2}", ["Prints {txt} and then {txt2}."], _several,
        lambda world, s: ["first", "second", "third"], ask=["{txt} followed by {txt2}"],
    )  # fmt: skip
    yield text_task(
        "text.join-two", ["[join|combine|concatenate|merge] {txt} and {txt2} into {txt3}",
                          "[put|write] {txt} followed by {txt2} [into|to] {txt3}",
                          "make {txt3} out of {txt} and {txt2}"],
        "cat {txt} {txt2} > {txt3}", ["Joins {txt} and {txt2} into {txt3}."], _several,
        lambda world, s: world.file(s.txt3, ["first", "second", "third"]) and None, weight=2,
    )  # fmt: skip
    yield text_task(
        "text.append-file", ["[append|add] [the contents of |]{txt} to [the end of |]{txt2}",
                             "put the text of {txt} at the end of {txt2}"],
        "cat {txt} >> {txt2}", ["Appends the contents of {txt} to {txt2}."], _several,
        lambda world, s: world.file(s.txt2, ["third", "first", "second"]) and None, weight=2,
    )  # fmt: skip
    yield text_task(
        "text.cat-kind", [f"{_SHOW} [|the contents of ]{_ALL}", f"cat {_ALL}"],
        "cat *.{ext}", ["Prints all {ext} files of the current directory, one after the other."],
        _by_kind, lambda world, s: world[f"a1.{s.ext}"].lines + world[f"b2.{s.ext}"].lines,
    )  # fmt: skip
    yield text_task(
        "text.join-kind",
        [f"[join|combine|concatenate|merge] {_ALL} into {{path}}",
         f"[put|write] the contents of {_ALL} into {{path}}"],
        "cat *.{ext} > {path}", ["Joins all {ext} files of the current directory into {path}."],
        lambda world, s: (_by_kind(world, s), world.dir(s.path.rpartition("/")[0])) and None,
        lambda world, s: world.file(
            s.path, world[f"a1.{s.ext}"].lines + world[f"b2.{s.ext}"].lines) and None,
    )  # fmt: skip
    yield lines_task(
        "text.tac", "tac {file}",
        [f"{_SHOW} {{file}} [from the last line to the first|from bottom to top|with the last line "
         "first|upside down]",
         f"{_SHOW} [the lines of |]{{file}} in reverse order", "reverse the [order of the |]lines "
         "[of|in] {file}"],
        ["Prints {file} with the last line first."], _MANY, lambda x, s: x[::-1],
        ["{file} from the last line to the first"], file="file", mac="tail -r {file}", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.tac-to", "tac {txt} > {txt2}",
        ["reverse the order of the lines [of|in] {txt} and [save|write] the result [to|in] {txt2}",
         "write {txt} with the last line first to {txt2}"],
        ["Writes the lines of {txt} to {txt2}, the last one first."], _MANY,
        lambda x, s: x[::-1], into="txt2", mac="tail -r {txt} > {txt2}",
    )  # fmt: skip
    yield lines_task(
        "text.squeeze-blank", "cat -s {file}",
        [f"{_SHOW} {{file}} with [several|repeated|consecutive] blank lines [squeezed|collapsed|"
         "reduced] to one",
         f"{_SHOW} {{file}} and [squeeze|collapse] [repeated|consecutive] empty lines into one"],
        ["Prints {file} with repeated blank lines reduced to one."],
        ["a", "", "", "", "b", "", "c", "", ""], lambda x, s: ["a", "", "b", "", "c", ""],
        file="file",
    )  # fmt: skip
    yield lines_task(
        "text.cat-marks", "cat -A {file}",
        [f"{_SHOW} {{file}} with [|all ]tabs and line ends [visible|made visible]",
         "make [invisible|hidden|non-printing] characters in {file} visible",
         "show the tabs and line ends in {file} as ^I and $"],
        ["Prints {file} with tabs as ^I and a $ at the end of every line."],
        ["a\tb", "c  "], lambda x, s: ["a^Ib$", "c  $"], file="file", mac="cat -et {file}",
    )  # fmt: skip
    yield lines_task(
        "text.rev", "rev {file}",
        [f"{_SHOW} [each|every] line of {{file}} [backwards|reversed|from right to left]",
         "reverse [the characters of|the letters of|] [each|every] line [of|in] {file}"],
        ["Prints every line of {file} backwards."], ["abc", "x yz"],
        lambda x, s: [line[::-1] for line in x], file="file",
    )  # fmt: skip


def _starts() -> Iterator[Task]:
    yield lines_task(
        "text.head", "head {file}",
        [f"{_SHOW} the [beginning|start|top] of {{file}}",
         f"{_SHOW} the first [few |]lines of {{file}}", "head {file}"],
        ["Prints the first ten lines of {file}."], _MANY, lambda x, s: x[:10],
        ["how does {file} start?"], file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.head-n", "head -n {count} {file}",
        [f"[{_SHOW[1:-1]}|give me|get|list] [only |just |]the [first|top] {{count}} lines of "
         "{file}", "[look at|view] the first {count} lines [of|in] {file}"],
        ["Prints the first {count} lines of {file}."], _MANY, lambda x, s: x[: s.count],
        ["first {count} lines of {file}", "what are the first {count} lines [of|in] {file}?"],
        file="file", weight=3,
    )  # fmt: skip
    yield lines_task(
        "text.head-1", "head -n 1 {file}",
        [f"[{_SHOW[1:-1]}|get] [only |just |]the first line [of|in] {{file}}",
         f"{_SHOW} the header [line |]of {{file}}"],
        ["Prints the first line of {file}."], _MANY, lambda x, s: x[:1],
        ["[what is|] the first line of {file}"], file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.head-c", "head -c {amount} {file}",
        [f"[{_SHOW[1:-1]}|get] [only |just |]the first {{amount}} [bytes|characters] of {{file}}"],
        ["Prints the first {amount} bytes of {file}."], _MANY,
        lambda x, s: text_of(x)[: s.amount], ["first {amount} bytes of {file}"], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.head-to", "head -n {count} {txt} > {txt2}",
        ["[save|write|copy|put] the first {count} lines of {txt} [to|into|in] {txt2}"],
        ["Writes the first {count} lines of {txt} to {txt2}."], _MANY, lambda x, s: x[: s.count],
        into="txt2",
    )  # fmt: skip
    yield lines_task(
        "text.head-but", "head -n -{count} {file}",
        [f"{_SHOW} {{file}} without [the|its] last {{count}} lines",
         f"{_SHOW} [everything|all lines of {{file}}] [but|except] the last {{count}} lines"
         .replace("everything", "everything in {file}"),
         "[leave out|skip] the last {count} lines of {file}"],
        ["Prints {file} without its last {count} lines."], _MANY, lambda x, s: x[: -s.count],
        file="file", mac="tail -r {file} | tail -n +{count.next} | tail -r",
    )  # fmt: skip
    yield lines_task(
        "text.sed-but-last", "sed '$d' {file}",
        [f"{_SHOW} {{file}} without [the|its] last line",
         f"{_SHOW} [all|everything] but the last line of {{file}}", "skip the last line of {file}"],
        ["Prints {file} without its last line."], _MANY, lambda x, s: x[:-1], file="file",
    )  # fmt: skip
    yield text_task(
        "text.head-kind",
        [f"{_SHOW} the first {{count}} lines of [each of |]{_ALL}",
         f"{_SHOW} the top {{count}} lines of {_ALL}"],
        "head -n {count} *.{ext}",
        ["Prints the first {count} lines of every {ext} file here, each under its name."],
        _by_kind,
        lambda world, s: "\n".join(
            f"==> {n} <==\n" + text_of(world[n].lines[: s.count])
            for n in (f"a1.{s.ext}", f"b2.{s.ext}")
        ),
    )  # fmt: skip


def _ends() -> Iterator[Task]:
    yield lines_task(
        "text.tail", "tail {file}",
        [f"{_SHOW} the [end|bottom] of {{file}}", f"{_SHOW} the last [few |]lines of {{file}}",
         "tail {file}"],
        ["Prints the last ten lines of {file}."], _MANY, lambda x, s: x[-10:],
        ["how does {file} end?"], file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.tail-n", "tail -n {count} {file}",
        [f"[{_SHOW[1:-1]}|give me|get|list] [only |just |]the last {{count}} lines of {{file}}",
         "[look at|view] the [last|bottom] {count} lines [of|in] {file}"],
        ["Prints the last {count} lines of {file}."], _MANY, lambda x, s: x[-s.count :],
        ["last {count} lines of {file}", "what are the last {count} lines [of|in] {file}?"],
        file="file", weight=3,
    )  # fmt: skip
    yield lines_task(
        "text.tail-1", "tail -n 1 {file}",
        [f"[{_SHOW[1:-1]}|get] [only |just |]the last line [of|in] {{file}}"],
        ["Prints the last line of {file}."], _MANY, lambda x, s: x[-1:],
        ["[what is|] the last line of {file}"], file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.tail-c", "tail -c {amount} {file}",
        [f"[{_SHOW[1:-1]}|get] [only |just |]the last {{amount}} [bytes|characters] of {{file}}"],
        ["Prints the last {amount} bytes of {file}."], _MANY,
        lambda x, s: text_of(x)[-s.amount :], ["last {amount} bytes of {file}"], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.tail-from", "tail -n +{line} {file}",
        [f"{_SHOW} {{file}} [from line {{line}} on|starting [at|from|with] line {{line}}]",
         f"{_SHOW} [everything in {{file}}|all lines of {{file}}] from line {{line}} [on|to the "
         "end]"],
        ["Prints {file} from line {line} to the end."], _MANY, lambda x, s: x[s.line - 1 :],
        ["{file} from line {line} on"], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.tail-skip", "tail -n +{count.next} {file}",
        [f"{_SHOW} {{file}} without [the|its] first {{count}} lines", "skip the first {count} "
         "lines of {file}", f"{_SHOW} [all|everything] but the first {{count}} lines of {{file}}"],
        ["Prints {file} without its first {count} lines."], _MANY, lambda x, s: x[s.count :],
        ["{file} except the first {count} lines"], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.tail-header", "tail -n +2 {csv}",
        [f"{_SHOW} {{csv}} without [its|the] [header|header line|header row|first line]",
         "skip the [header|first line] of {csv}", f"{_SHOW} [all|everything] but the first line of "
         "{csv}", f"{_SHOW} only the data rows of {{csv}}, not the header"],
        ["Prints {csv} without its first line, the header."], _MANY, lambda x, s: x[1:],
        ["{csv} without its header"], file="csv", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.tail-to", "tail -n {count} {txt} > {txt2}",
        ["[save|write|copy|put] the last {count} lines of {txt} [to|into|in] {txt2}"],
        ["Writes the last {count} lines of {txt} to {txt2}."], _MANY, lambda x, s: x[-s.count :],
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
            lambda world, s: world.file(s.log, _MANY), _follow, stubs=("tail",), weight=1.5,
        )  # fmt: skip
    yield text_task(
        "text.tail-follow-grep",
        ["[follow|watch] {log} and [show|print] only [the |]lines [with|containing] {word}",
         "[show|print] new lines of {log} that contain {word} as they [come in|arrive]"],
        "tail -f {log} | grep {word}", ["Follows {log} and prints the new lines with {word}."],
        lambda world, s: world.file(s.log, _MANY),
        lambda world, s: Outcome(calls=[["tail", "-f", s.log]], status=1), stubs=("tail",),
    )  # fmt: skip


def _follow(world: World, s: Bound) -> Outcome:
    flags = ["-n", str(s.count), "-f"] if "count" in s else None
    return Outcome(stdout=None, calls=[["tail", *(flags or [_flag(s)]), s.log]])


def _flag(s: Bound) -> str:
    return "-f"


def _middles() -> Iterator[Task]:
    yield lines_task(
        "text.sed-line", "sed -n '{line}p' {file}",
        [f"[{_SHOW[1:-1]}|get] [only |just |]line [number |]{{line}} [of|from|in] {{file}}"],
        ["Prints line {line} of {file}."], _MANY, lambda x, s: [x[s.line - 1]],
        ["line {line} of {file}", "what is [on|in] line {line} of {file}?"], file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.sed-range", "sed -n '{range}p' {file}",
        [f"[{_SHOW[1:-1]}|get] [only |just |]lines {{range}} [of|from|in] {{file}}",
         f"{_SHOW} {{file}} from line {{range.low}} to line {{range.high}}"],
        ["Prints lines {range} of {file}."], _MANY,
        lambda x, s: x[s.range[0] - 1 : s.range[1]], ["lines {range} of {file}"], file="file",
        weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.sed-range-to", "sed -n '{range}p' {txt} > {txt2}",
        ["[save|write|copy|extract] lines {range} of {txt} [to|into] {txt2}"],
        ["Writes lines {range} of {txt} to {txt2}."], _MANY,
        lambda x, s: x[s.range[0] - 1 : s.range[1]], into="txt2",
    )  # fmt: skip
    yield lines_task(
        "text.sed-between", "sed -n '/{word}/,/{word2}/p' {file}",
        [f"{_SHOW} [the lines of {{file}}|everything in {{file}}] from [the line with |]{{word}} "
         "to [the line with |]{word2}",
         f"{_SHOW} [the part of {{file}}|everything in {{file}}] between {{word}} and {{word2}}, "
         "both included"],
        ["Prints {file} from a line with {word} to the next line with {word2}."],
        lambda s: ["a", f"{s.word2} x", f"y {s.word} z", "b", "", f"{s.word2}.", "c"],
        lambda x, s: x[2:6], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.sed-upto", "sed '/{word}/q' {file}",
        [f"{_SHOW} {{file}} up to [and including |]the first line [with|containing] {{word}}",
         "stop printing {file} after the first line with {word}"],
        ["Prints {file} up to the first line with {word}."],
        lambda s: ["a", "b", f"x{s.word} c", f"{s.word}", "d"], lambda x, s: x[:3], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.sed-after", "sed '1,/{word}/d' {file}",
        [f"{_SHOW} [what comes|everything] after the first line [with|containing] {{word}} in "
         "{file}", "delete everything up to the first line with {word} from the output of {file}"],
        ["Prints what follows the first line with {word} in {file}."],
        lambda s: ["a", "b", f"x{s.word} c", f"{s.word}", "d"], lambda x, s: x[3:], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.sed-from", "sed -n '/{word}/,$p' {file}",
        [f"{_SHOW} {{file}} from the first line [with|containing] {{word}} [on|to the end]"],
        ["Prints {file} from the first line with {word} to the end."],
        lambda s: ["a", "b", f"x{s.word} c", f"{s.word}", "d"], lambda x, s: x[2:], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.head-tail", "tail -n +{line} {file} | head -n {count}",
        [f"{_SHOW} {{count}} lines of {{file}}, starting [at|from|with] line {{line}}",
         f"{_SHOW} {{count}} lines of {{file}} from line {{line}} on"],
        ["Prints {count} lines of {file}, from line {line} on."], _MANY,
        lambda x, s: x[s.line - 1 : s.line - 1 + s.count], file="file",
    )  # fmt: skip


def _counts() -> Iterator[Task]:
    text = "one two\nthree  four äé\n\nlast\n"
    for name, flag, what, value in (
        ("l", "-l", "[lines]", 4), ("w", "-w", "[words]", 6),
        ("c", "-c", "[bytes]", len(text.encode())), ("m", "-m", "[characters]", len(text)),
    ):  # fmt: skip
        noun = what[1:-1]
        yield text_task(
            f"text.wc-{name}",
            [f"count [the|all|all the|] {noun} [of|in] {{file}}",
             f"[show|print] how many {noun} {{file}} has",
             f"[print|get|show] the number of {noun} [of|in] {{file}}"],
            f"wc {flag} {{file}}", [f"Counts the {noun} of {{file}}.",
                                    f"Prints the number of {noun} in {{file}}."],
            lambda world, s: world.file(s.file, text),
            lambda world, s, v=value: f"{v} {s.file}\n",
            ask=[f"how many {noun} [are in|are there in|does the file have, I mean] {{file}}?"
                 .replace("|does the file have, I mean", ""),
                 f"how many {noun} does {{file}} have?", f"number of {noun} in {{file}}",
                 f"{['line', 'word', 'byte', 'character']['lwcm'.index(name)]} count of {{file}}"],
            weight=3 if name in "lw" else 1,
        )  # fmt: skip
        yield text_task(
            f"text.wc-bare-{name}",
            [f"[print|show] [only|just] the number of {noun} [of|in] {{file}}, [not|without] its "
             "name", f"count the {noun} [of|in] {{file}} without printing the [file name|name of "
             "the file]"],
            f"wc {flag} < {{file}}", [f"Prints the number of {noun} in {{file}} without its name."],
            lambda world, s: world.file(s.file, text), lambda world, s, v=value: f"{v}\n",
        )  # fmt: skip
    yield text_task(
        "text.wc",
        ["count [the|] lines, words and bytes [of|in] {file}",
         "[show|print] the number of lines, words and bytes [of|in] {file}", "wc {file}"],
        "wc {file}", ["Prints the numbers of lines, words and bytes of {file}."],
        lambda world, s: world.file(s.file, "one two\nthree\n"),
        lambda world, s: f" 2  3 14 {s.file}\n", ask=["lines, words and bytes of {file}"],
    )  # fmt: skip
    yield text_task(
        "text.wc-kind",
        [f"count the lines [of|in] [each of |]{_ALL}[ and in total|, with a total]",
         f"[show|print] the number of lines [of|in] {_ALL}"],
        "wc -l *.{ext}", ["Counts the lines of every {ext} file here, and their total."],
        _by_kind,
        lambda world, s: f" 30 a1.{s.ext}\n 30 b2.{s.ext}\n 60 total\n",
    )  # fmt: skip
    yield text_task(
        "text.wc-total",
        [f"count the lines of {_ALL} together[, only the total|, just one number]",
         f"[print|show] the total number of lines in {_ALL}, [just|only] the sum"],
        "cat *.{ext} | wc -l", ["Prints how many lines all {ext} files here have together."],
        _by_kind, lambda world, s: "60\n", ask=[f"how many lines do {_ALL} have in total?"],
    )  # fmt: skip
    yield text_task(
        "text.wc-two", ["count the lines of [both |]{txt} and {txt2}",
                        "[show|print] how many lines {txt} and {txt2} have"],
        "wc -l {txt} {txt2}", ["Counts the lines of {txt} and {txt2}, and their total."],
        _several, lambda world, s: f" 2 {s.txt}\n 1 {s.txt2}\n 3 total\n",
    )  # fmt: skip
    yield lines_task(
        "text.wc-longest", "wc -L < {file}",
        ["[print|show|find] the length of the longest line [of|in] {file}"],
        ["Prints the length of the longest line of {file}."], ["abc", "a" * 44, "abcd"],
        lambda x, s: "44\n", ["how long is the longest line [of|in] {file}?"], file="file",
        mac="awk '{if (length > max) max = length} END {print max}' {file}",
    )  # fmt: skip


def _numbers() -> Iterator[Task]:
    lines = ["alpha", "", "beta", "gamma"]
    for name, run, say, result in (
        ("cat-n", "cat -n {file}",
         ["number [all|all the|the] lines of {file}", f"{_SHOW} {{file}} with line numbers"],
         [f"{i:6d}\t{x}" for i, x in enumerate(lines, 1)]),
        ("cat-b", "cat -b {file}",
         ["number [only |]the non-[blank|empty] lines of {file}[| with cat]",
          f"{_SHOW} {{file}} with line numbers, but do not number [blank|empty] lines"],
         ["     1\talpha", "", "     2\tbeta", "     3\tgamma"]),
        ("nl-all", "nl -ba {file}",
         ["number [all|all the|the] lines of {file} with nl, [the |]blank ones too",
          f"{_SHOW} {{file}} with nl, numbering [every line|blank lines too]"],
         [f"{i:6d}\t{x}" for i, x in enumerate(lines, 1)]),
        ("nl", "nl {file}",
         ["number the [|non-empty ]lines of {file} with nl", "nl {file}"],
         ["     1\talpha", "       ", "     2\tbeta", "     3\tgamma"]),
        ("nl-colon", "nl -ba -w1 -s': ' {file}",
         [f"{_SHOW} {{file}} with [every line numbered|numbered lines], as in 1: text",
          "put the number, a colon and a space in front of each line of {file} with nl"],
         [f"{i}: {x}" for i, x in enumerate(lines, 1)]),
        ("nl-zeros", "nl -ba -nrz -w4 {file}",
         ["number the lines of {file} with [four digits and leading zeros|4 digits, padded with "
          "zeros]"],
         [f"{i:04d}\t{x}" for i, x in enumerate(lines, 1)]),
    ):  # fmt: skip
        yield lines_task(
            f"text.{name}", run, say, ["Prints {file} with numbers before its lines." if name in
            ("cat-n", "nl-all") else "Numbers the lines of {file}."], lines,
            lambda x, s, r=result: r, file="file", weight=1.0,
        )  # fmt: skip
    yield lines_task(
        "text.nl-from", "nl -ba -v {n} {txt}",
        ["number the lines of {txt} [starting|beginning] [with|at] {n}"],
        ["Numbers the lines of {txt}, starting with {n}."], lines,
        lambda x, s: [f"{i:6d}\t{line}" for i, line in enumerate(x, s.n)],
    )  # fmt: skip
    yield lines_task(
        "text.number-to", "cat -n {txt} > {txt2}",
        ["number the lines of {txt} and [save|write] [the result|them] [to|in] {txt2}"],
        ["Writes {txt} with line numbers to {txt2}."], lines,
        lambda x, s: [f"{i:6d}\t{line}" for i, line in enumerate(x, 1)], into="txt2",
    )  # fmt: skip
