"""The file that edits are tried on: lines of every sort, with the words of the task in some."""

from bashcoder_mlx.corpora.synthetic.task import Bound

LINES = 80  # more than any line number that is drawn
FIRST, SECOND = 30, 42  # where {word} and {word2} stand, if both are named


def sample(s: Bound, line: str) -> list[str]:
    """Lines like this one, some indented and one blank; {word3} stands in each twice and nearly,
    {word} in some, nearly too, and at the start and the end.
    """
    lines = [_plain(line, n, s) for n in range(1, LINES + 1)]
    if "word2" in s:
        for n in (20, SECOND):
            lines[n - 1] += f" {s.word2}"
        lines[FIRST - 1] += f" {s.word}"
    elif "word" in s:
        for n, near in _near(s.word).items():
            lines[n - 1] = near.replace("<>", lines[n - 1])
    lines[17:19] = ["# note", ""]
    return lines


def _plain(line: str, n: int, s: Bound) -> str:
    parts = [line.replace("<n>", str(n))]
    if "word3" in s:
        parts += [s.word3, f"{s.word3}s{n}", s.word3.swapcase(), s.word3]
    if "word5" in s:
        parts += [s.word5] * (n % 2)
    indent = "    " if n % 3 == 0 and not line.startswith(("#", " ")) else ""
    return indent + " ".join(parts)


def _near(word: str) -> dict[int, str]:
    """Lines by number, <> for what the line has anyway."""
    return {
        4: f"<> x{word}",
        11: f"<> {word}",
        12: f"<> {word} off",
        14: f"{word} <>",
        15: f"{word.swapcase()} <>",
        16: f"# {word} <>",
        17: f"#{word} <> {word} off",
        23: f"<> {word} <>",
        55: f"{word} <> {word}",
    }
