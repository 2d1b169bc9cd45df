"""The file that edits are tried on: lines of every sort, with the words of the task in some."""

from bashcoder_mlx.corpora.synthetic.task import Bound

LINES = 80  # more than any line number that is drawn
FIRST, SECOND = 30, 42  # where {word} and {word2} stand, if both are named
_WITH_WORD = (4, 11, 23, FIRST, 55)


def sample(s: Bound) -> list[str]:
    """Lines indented, blank, comments, with trailing blanks; the words once, twice or nearly."""
    lines = [_line(n, s) for n in range(1, LINES + 1)]
    if "word" in s and "word2" not in s:
        lines[13], lines[14] = f"{s.word} first", f"{s.word.swapcase()} first"
        lines[15], lines[16] = f"# {s.word} off", f"#{s.word} off {s.word}"
    lines[17], lines[18] = "# note", ""
    return lines


def _line(n: int, s: Bound) -> str:
    parts = [f"r{n}"]
    if "word3" in s:
        parts += [s.word3, f"{s.word3}s{n}", s.word3.swapcase()]
    if "word" in s and n == FIRST:
        parts.append(s.word)
    elif "word" in s and "word2" not in s and n in _WITH_WORD:
        parts.append(f"x{s.word}" if n == 4 else s.word)
    if "word2" in s and n in (20, SECOND):
        parts.append(s.word2)
    line = " ".join(parts)
    if n % 4 == 0 and n != 4:
        return f"{line}  "
    return f"    {line}" if n % 3 == 0 else line
