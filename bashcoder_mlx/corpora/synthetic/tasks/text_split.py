"""Splitting files and joining the pieces: split, csplit, awk."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import cells, text_of, text_task
from bashcoder_mlx.trial.world import World


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _splits()


def _pieces(lines: list[str], size: int, prefix: str) -> dict[str, list[str]]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    parts = [lines[i : i + size] for i in range(0, len(lines), size)]
    return {f"{prefix}{letters[i // 26]}{letters[i % 26]}": part for i, part in enumerate(parts)}


def _files(world: World, **files: bytes | list[str]) -> None:
    for name, content in files.items():
        world.file(name, content)


def _splits() -> Iterator[Task]:
    yield _split(
        "lines", "split -l {n} {txt}", "",
        ["split {txt} into [files|pieces|parts] of {n} lines[| each]",
         "cut {txt} into [files|pieces] of {n} lines[| each]"],
        "Splits {txt} into files of {n} lines, named xaa, xab and so on.",
    )  # fmt: skip
    yield _split("prefix", "split -l {n} {txt} {word}_", "word", [
        "split {txt} into [files|pieces|parts] of {n} lines [named|with names] starting with "
        "{word.raw}_", "split {txt} into [files|parts] of {n} lines with the prefix {word.raw}_"],
        "Splits {txt} into files of {n} lines, named {word.raw}_aa, {word.raw}_ab and so on.")  # fmt: skip
    yield text_task(
        "text.split-bytes", ["split {file} into [pieces|parts|files] of {n} kilobytes[| each]",
                             "split {file} into {n} KB [pieces|parts]"],
        "split -b {n}k {file}", ["Splits {file} into pieces of {n} kilobytes."],
        lambda world, s: world.file(s.file, b"x" * (s.n * 1024 + 100)),
        lambda world, s: _files(world, xaa=b"x" * (s.n * 1024), xab=b"x" * 100),
    )  # fmt: skip
    yield text_task(
        "text.split-megabytes",
        ["split {file} into [pieces|parts|files] of {n} megabytes[| each] [named|with names] "
         "starting with {word.raw}.", "split {file} into {n} MB [pieces|parts] with the prefix "
         "{word.raw}."],
        "split -b {n}m {file} {word}.", ["Splits {file} into pieces of {n} megabytes, named "
                                         "{word.raw}.aa and so on."],
        lambda world, s: world.file(s.file, b"x" * 5000),
        lambda world, s: world.file(f"{s.word}.aa", b"x" * 5000) and None,
    )  # fmt: skip
    yield text_task(
        "text.split-number", ["split {txt} into {count} [equal |]parts without breaking lines",
                              "split {txt} into {count} files of about the same size, [keeping "
                              "lines whole|at line ends]"],
        "split -n l/{count} {txt}", ["Splits {txt} into {count} files without breaking lines."],
        lambda world, s: world.file(s.txt, [f"{i:03}" for i in range(s.count * 2)]),
        lambda world, s: [world.file(name, part) for name, part in _pieces(
            [f"{i:03}" for i in range(s.count * 2)], 2, "x").items()] and None, mac="",
    )  # fmt: skip
    yield text_task(
        "text.split-join", ["[join|combine|put together] the pieces {word.raw}aa, {word.raw}ab and so on "
                            "[into|to] {file}"],
        "cat {word}?? > {file}", ["Joins the pieces {word.raw}aa, {word.raw}ab and so on into {file}."],
        lambda world, s: [world.file(f"{s.word}{e}", e) for e in ("aa", "ab", "ba")],
        lambda world, s: world.file(s.file, "aaabba") and None,
    )  # fmt: skip
    yield text_task(
        "text.csplit", ["split {txt} [before|at] the first line [with|containing] {word}",
                        "split {txt} in two at the first line with {word}"],
        "csplit -s {txt} '/{word}/'", ["Splits {txt} before the first line with {word} into xx00 "
                                       "and xx01."],
        lambda world, s: world.file(s.txt, ["a", "b", f"x {s.word}", "c", s.word]),
        lambda world, s: _files(world, xx00=["a", "b"], xx01=[f"x {s.word}", "c", s.word]),
    )  # fmt: skip
    yield text_task(
        "text.csplit-every", ["split {txt} before every line [that starts with|starting with] "
                              "{word}"],
        "csplit -s {txt} '/^{word}/' '{*}'", ["Splits {txt} before every line that starts with "
                                              "{word}."],
        lambda world, s: world.file(s.txt, ["a", s.word, "b", f"{s.word} c", f"x {s.word}"]),
        lambda world, s: _files(
            world, xx00=["a"], xx01=[s.word, "b"], xx02=[f"{s.word} c", f"x {s.word}"]
        ), mac="",
    )  # fmt: skip
    yield text_task(
        "text.split-key", ["split {csv} into one file per value of {column}, [named after the "
                           "value|called VALUE.csv]"],
        "awk -F, '{print > ({column.awk} \".csv\")}' {csv}",
        ["Writes each line of {csv} to a file named after its value of {column}."],
        lambda world, s: world.file(s.csv, _keyed(s)),
        lambda world, s: [world.file(f"k{k}.csv", [r for r in _keyed(s) if f"k{k}," in f"{r},"])
                          for k in "xy"] and None,
    )  # fmt: skip


def _keyed(s: Bound) -> list[str]:
    rows = [[f"c{i}.{k}" for k in range(8)] for i in range(5)]
    for index, row in enumerate(rows):
        row[s.column - 1] = "kx" if index % 2 else "ky"
    return [",".join(row) for row in rows]


def _split(name: str, run: str, word: str, say: list[str], explain: str) -> Task:
    lines = [" ".join(cells(i, 3)) for i in range(230)]

    def expect(world: World, s: Bound) -> Outcome:
        prefix = f"{s[word].data}_" if word else "x"
        for path, part in _pieces(lines, s.n, prefix).items():
            world.file(path, text_of(part))
        return Outcome()

    return text_task(
        f"text.split-{name}", say, run, [explain], lambda world, s: world.file(s.txt, lines),
        expect,
    )  # fmt: skip
