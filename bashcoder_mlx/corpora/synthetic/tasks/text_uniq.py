"""Dropping and counting repeated lines, and shuffling: uniq, awk, shuf."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import ranked
from bashcoder_mlx.corpora.synthetic.tasks.text_order import rows_with
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import (
    lines_task,
    mixed,
    names,
    text_of,
    text_task,
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _uniq()
    yield from _random()


_EXPLAINED = {
    "uniq": "Prints {file} with equal neighbouring lines only once.",
    "uniq-c": "Counts equal neighbouring lines of {file}.",
    "uniq-d": "Prints one of each group of equal neighbouring lines of {file}.",
    "uniq-u": "Prints the lines of {file} that are unlike their neighbours.",
    "uniq-i": "Prints {file} with neighbouring lines that differ only in case just once.",
}


def _uniq() -> Iterator[Task]:
    near = ["a", "a", "b", "a", "c", "c", "c", "C", "b"]
    runs = [(2, "a"), (1, "b"), (1, "a"), (3, "c"), (1, "C"), (1, "b")]
    for name, run, say, result in (
        ("uniq", "uniq {file}",
         ["[remove|collapse|drop] [adjacent|consecutive|neighbouring] duplicate lines [of|in|from] "
          "{file}", "[print|show] {file} with repeated neighbouring lines only once"],
         [x for _, x in runs]),
        ("uniq-c", "uniq -c {file}",
         ["count [adjacent|consecutive|neighbouring] [equal|identical|repeated] lines [of|in] "
          "{file}"], [f"{n:7d} {x}" for n, x in runs]),
        ("uniq-d", "uniq -d {file}",
         ["[print|show] only the lines of the sorted file {file.raw} that are repeated",
          "[print|show] the lines of {file} that are repeated directly after one another"],
         ["a", "c"]),
        ("uniq-u", "uniq -u {file}",
         ["[print|show] only the lines of {file} that are not repeated by the next line",
          "[print|show] the lines of the sorted file {file.raw} that occur only once"],
         ["b", "a", "C", "b"]),
        ("uniq-i", "uniq -i {file}",
         ["[remove|collapse] [adjacent|consecutive] duplicate lines [of|in] {file}, ignoring case"],
         ["a", "b", "a", "c", "b"]),
    ):  # fmt: skip
        yield lines_task(
            f"text.{name}", run, say, [_EXPLAINED[name]], near, lambda x, s, r=result: r, file="file",
        )  # fmt: skip
    yield lines_task(
        "text.dedupe", "awk '!seen[$0]++' {file}",
        ["[remove|drop] [duplicate|repeated] lines from {file} [without sorting|but keep the "
         "order|keeping the original order|and keep the order of the lines]",
         "[print|show] each line of {file} only once, in the original order",
         "[print|show] {file} without duplicate lines, [unsorted|keeping the order]"],
        ["Prints each line of {file} once, in the original order."], mixed(),
        lambda x, s: list(dict.fromkeys(x)), file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.dedupe-to", "awk '!seen[$0]++' {txt} > {txt2}",
        ["[remove|drop] duplicate lines from {txt}, keeping the order, and [save|write] the result "
         "[to|in] {txt2}"],
        ["Writes the different lines of {txt} to {txt2} in the original order."], mixed(),
        lambda x, s: list(dict.fromkeys(x)), into="txt2",
    )  # fmt: skip
    yield lines_task(
        "text.dedupe-key", "awk -F, '!seen[{column.awk}]++' {csv}",
        ["[keep|print] only the first [row|line] of {csv} for [each|every] [value|different "
         "value] of {column}", "[remove|drop] [rows|lines] of {csv} that repeat a value of "
         "{column}"],
        ["Prints the first line of {csv} for each value of {column}."],
        lambda s: [",".join(r) for r in rows_with(s, ["x", "y", "x", "X", "y", "z"])],
        lambda x, s: [x[0], x[1], x[3], x[5]], file="csv",
    )  # fmt: skip
    yield lines_task(
        "text.repeats-to", "sort {txt} | uniq -d > {txt2}",
        ["[save|write] the lines that occur more than once in {txt} [to|in] {txt2}"],
        ["Writes the repeated lines of {txt} to {txt2}."], mixed(),
        lambda x, s: sorted({i for i in x if x.count(i) > 1}), into="txt2",
    )  # fmt: skip
    yield lines_task(
        "text.tally-to", "sort {txt} | uniq -c > {txt2}",
        ["count how often each line occurs in {txt} and [save|write] the counts [to|in] {txt2}"],
        ["Writes the lines of {txt} with their counts to {txt2}."], mixed(),
        lambda x, s: sorted(ranked(x), key=lambda line: line.split()[1]), into="txt2",
    )  # fmt: skip


def _random() -> Iterator[Task]:
    yield lines_task(
        "text.shuf", "shuf {file}",
        ["shuffle [the lines of |]{file}", "[print|show] [the lines of |]{file} in random order",
         "put the lines of {file} in [a |]random order"],
        ["Prints the lines of {file} in random order."], names(9), lambda x, s: any_order(x),
        ["{file} in random order"], file="file", mac="sort -R {file}", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.shuf-n", "shuf -n {count} {file}",
        ["[pick|choose|print|show|select] {count} random lines [from|of] {file}",
         "[pick|choose|print] {count} lines of {file} at random"],
        ["Prints {count} random lines of {file}."], lambda s: ["same"] * (s.count + 3),
        lambda x, s: x[: s.count], ["{count} random lines of {file}"], file="file",
        mac="sort -R {file} | head -n {count}", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.shuf-1", "shuf -n 1 {file}",
        ["[pick|choose|print|show] [a|one] random line [from|of] {file}"],
        ["Prints one random line of {file}."], ["same"] * 5, lambda x, s: x[:1],
        ["a random line of {file}"], file="file", mac="sort -R {file} | head -n 1",
    )  # fmt: skip
    yield lines_task(
        "text.shuf-to", "shuf {txt} > {txt2}",
        ["shuffle the lines of {txt} [into|and save them to|and write them to] {txt2}"],
        ["Writes the lines of {txt} in random order to {txt2}."], ["same"] * 5,
        lambda x, s: text_of(x), into="txt2", mac="sort -R {txt} > {txt2}",
    )  # fmt: skip
    yield text_task(
        "text.shuf-range", ["[print|show] the numbers from 1 to {n} in random order",
                            "shuffle the numbers 1 to {n}"],
        "shuf -i 1-{n}", ["Prints the numbers from 1 to {n} in random order."],
        expect=lambda world, s: any_order([str(i) for i in range(1, s.n + 1)]),
        mac="jot {n} 1 | sort -R",
    )  # fmt: skip
