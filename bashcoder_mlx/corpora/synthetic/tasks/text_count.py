"""Counting lines, words and bytes, and numbering lines: wc, nl, cat -n."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import lines_task, text_task
from bashcoder_mlx.corpora.synthetic.tasks.text_view import ALL, SHOW, by_kind, several


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _counts()
    yield from _numbers()


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
        [f"count the lines [of|in] [each of |]{ALL}[ and in total|, with a total]",
         f"[show|print] the number of lines [of|in] {ALL}"],
        "wc -l *.{ext}", ["Counts the lines of every {ext} file here, and their total."],
        by_kind,
        lambda world, s: f" 30 a1.{s.ext}\n 30 b2.{s.ext}\n 60 total\n",
    )  # fmt: skip
    yield text_task(
        "text.wc-total",
        [f"count the lines of {ALL} together[, only the total|, just one number]",
         f"[print|show] the total number of lines in {ALL}, [just|only] the sum"],
        "cat *.{ext} | wc -l", ["Prints how many lines all {ext} files here have together."],
        by_kind, lambda world, s: "60\n", ask=[f"how many lines do {ALL} have in total?"],
    )  # fmt: skip
    yield text_task(
        "text.wc-two", ["count the lines of [both |]{txt} and {txt2}",
                        "[show|print] how many lines {txt} and {txt2} have"],
        "wc -l {txt} {txt2}", ["Counts the lines of {txt} and {txt2}, and their total."],
        several, lambda world, s: f" 2 {s.txt}\n 1 {s.txt2}\n 3 total\n",
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
         ["number [all|all the|the] lines of {file}", f"{SHOW} {{file}} with line numbers"],
         [f"{i:6d}\t{x}" for i, x in enumerate(lines, 1)]),
        ("cat-b", "cat -b {file}",
         ["number [only |]the non-[blank|empty] lines of {file}[| with cat]",
          f"{SHOW} {{file}} with line numbers, but do not number [blank|empty] lines"],
         ["     1\talpha", "", "     2\tbeta", "     3\tgamma"]),
        ("nl-all", "nl -ba {file}",
         ["number [all|all the|the] lines of {file} with nl, [the |]blank ones too",
          f"{SHOW} {{file}} with nl, numbering [every line|blank lines too]"],
         [f"{i:6d}\t{x}" for i, x in enumerate(lines, 1)]),
        ("nl", "nl {file}",
         ["number the [|non-empty ]lines of {file} with nl", "nl {file}"],
         ["     1\talpha", "       ", "     2\tbeta", "     3\tgamma"]),
        ("nl-colon", "nl -ba -w1 -s': ' {file}",
         [f"{SHOW} {{file}} with [every line numbered|numbered lines], as in 1: text",
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
