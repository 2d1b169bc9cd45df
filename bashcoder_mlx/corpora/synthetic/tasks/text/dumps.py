"""Bytes in base64 and hexadecimal."""

import base64

from bashcoder_mlx.corpora.synthetic.task import Bound, Result
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import path_read, put
from bashcoder_mlx.trial.world import World


def some_bytes(world: World, s: Bound) -> None:
    """More bytes than base64 puts on a line."""
    world.file(path_read(s), bytes(range(1, 90)), days=4)


def in_base64(world: World, s: Bound, into: str = "") -> Result:
    """Lines of 76 characters."""
    text = base64.encodebytes(world[s.file].data).decode()
    return put(world, s, into, text)


def in_base64_line(world: World, s: Bound) -> str:
    """One line without its end."""
    return base64.b64encode(world[s.file].data).decode()


def word_in_base64(world: World, s: Bound) -> str:
    """{word} without a newline."""
    return base64.b64encode(s.word.encode()).decode() + "\n"


def bytes_of_amount(world: World, s: Bound) -> None:
    """Twice as many bytes as {amount}."""
    world.file(path_read(s), b"AbcdefG" * s.amount, days=4)


def dump_of_amount(world: World, s: Bound) -> list[str]:
    """Sixteen bytes a line, as xxd shows them."""
    data, lines = world[path_read(s)].data[: s.amount], []
    for at in range(0, len(data), 16):
        part = data[at : at + 16]
        pairs = " ".join(part[i : i + 2].hex() for i in range(0, len(part), 2))
        lines.append(f"{at:08x}: {pairs:39}  {part.decode()}")
    return lines


def dump_of_few(world: World, s: Bound) -> list[str]:
    """{few} bytes of "Hello", as hexdump -C shows them."""
    data = b"Hello"[: s.few]
    return [f"00000000  {data.hex(' '):48}  |{data.decode()}|", f"{s.few:08x}"]


def words_in_binary(world: World, s: Bound) -> None:
    """Runs of {n} characters, of one more and one fewer."""
    runs = [b"a" * s.n, b"b" * (s.n + 1), b"c" * (s.n - 1)]
    world.file(path_read(s), b"\x00\x01".join(runs) + b"\x02\xff", days=4)


def long_words(world: World, s: Bound) -> list[str]:
    """Those of at least {n}."""
    return ["a" * s.n, "b" * (s.n + 1)]
