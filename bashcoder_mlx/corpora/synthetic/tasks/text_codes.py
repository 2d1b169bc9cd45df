"""Encodings and line ends, dumps of bytes, sequences of numbers, tee."""

import base64
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import lines_task, mixed, text_task
from bashcoder_mlx.corpora.synthetic.tasks.text_shape import tab, third
from bashcoder_mlx.trial.world import World


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _encodings()
    yield from _dumps()
    yield from _sequences()
    yield from _tees()


def _encodings() -> Iterator[Task]:
    text = "naïve café\nÄ ß\n"
    for name, source, target, codec in (
        ("latin1", "ISO-8859-1", "UTF-8", "latin-1"), ("cp1252", "WINDOWS-1252", "UTF-8", "cp1252"),
        ("utf16", "UTF-16LE", "UTF-8", "utf-16-le"), ("to-latin1", "UTF-8", "ISO-8859-1", ""),
    ):  # fmt: skip
        given = text.encode(codec or "utf-8")
        wanted = text.encode("utf-8" if codec else "latin-1")
        said = {"ISO-8859-1": "[ISO-8859-1|Latin-1]", "WINDOWS-1252": "[Windows-1252|CP1252]",
                "UTF-16LE": "UTF-16LE", "UTF-8": "UTF-8"}  # fmt: skip
        yield text_task(
            f"text.iconv-{name}",
            [f"convert {{txt}} from {said[source]} to {said[target]} [as|into] {{txt2}}",
             f"change the encoding of {{txt}} from {said[source]} to {said[target]} and "
             "[save|write] the result [to|as] {txt2}"],
            f"iconv -f {source} -t {target} {{txt}} > {{txt2}}",
            [f"Writes {{txt}} to {{txt2}}, converted from {source} to {target}."],
            lambda world, s, g=given: world.file(s.txt, g),
            lambda world, s, w=wanted: world.file(s.txt2, w) and None,
        )  # fmt: skip
    yield text_task(
        "text.dos2unix", ["convert {txt} to [Unix|LF] line [endings|ends] with dos2unix",
                          "[run|use] dos2unix on {txt}"],
        "dos2unix {txt}", ["Converts the line ends of {txt} from CRLF to LF, in place."],
        lambda world, s: world.file(s.txt, "a\r\nb c\r\n"),
        lambda world, s: world.file(s.txt, "a\nb c\n") and None, mac="",
    )  # fmt: skip
    yield text_task(
        "text.crlf",
        ["[convert|change] {txt} [from Windows to Unix|from DOS to Unix|to Unix|from CRLF to LF] "
         "line [endings|ends]", "[remove|delete|strip] the [Windows|DOS] carriage returns at the "
         "ends of lines in {txt}"],
        "sed -i 's/\\r$//' {txt}", ["Removes the carriage returns at the line ends of {txt}."],
        lambda world, s: world.file(s.txt, "a\r\nb c\r\n"),
        lambda world, s: world.file(s.txt, "a\nb c\n") and None,
        mac="sed -i '' $'s/\\r$//' {txt}", weight=2,
    )  # fmt: skip
    yield text_task(
        "text.to-crlf",
        ["[convert|change] {txt} [from Unix to Windows|to Windows|to DOS|from LF to CRLF] line "
         "[endings|ends]", "add carriage returns at the ends of the lines in {txt}"],
        "sed -i 's/$/\\r/' {txt}", ["Adds a carriage return to every line of {txt}."],
        lambda world, s: world.file(s.txt, "a\nb c\n"),
        lambda world, s: world.file(s.txt, "a\r\nb c\r\n") and None,
        mac="sed -i '' $'s/$/\\r/' {txt}",
    )  # fmt: skip
    data = bytes(range(1, 90))
    coded = base64.b64encode(data).decode()
    yield text_task(
        "text.base64", ["encode {file} [in|as|with] base64", "[print|show] {file} in base64",
                        "base64 encode {file}"],
        "base64 < {file}", ["Prints {file} encoded in base64."],
        lambda world, s: world.file(s.file, data[:40]),
        lambda world, s: base64.b64encode(data[:40]).decode() + "\n", ask=["base64 of {file}"],
    )  # fmt: skip
    yield text_task(
        "text.base64-line", ["encode {file} in base64 [on one line|without line breaks|as a single "
                             "line]"],
        "base64 -w 0 {file}", ["Prints {file} in base64 on one line."],
        lambda world, s: world.file(s.file, data), lambda world, s: coded, mac="base64 -i {file}",
    )  # fmt: skip
    yield text_task(
        "text.base64-to", ["encode {file} in base64 and [save|write] it [to|in] {txt}"],
        "base64 < {file} > {txt}", ["Writes {file} in base64 to {txt}."],
        lambda world, s: world.file(s.file, data[:40]),
        lambda world, s: world.file(s.txt, base64.b64encode(data[:40]).decode() + "\n") and None,
    )  # fmt: skip
    yield text_task(
        "text.base64-decode", ["decode [the base64 in |the base64 text in |]{txt}[| from base64]",
                               "decode the base64 [data|text] [of|in] {txt}", "[print|show] {txt} "
                               "decoded from base64"],
        "base64 -d < {txt}", ["Decodes the base64 in {txt}."],
        lambda world, s: world.file(s.txt, base64.b64encode(b"hello\n").decode() + "\n"),
        lambda world, s: "hello\n",
    )  # fmt: skip
    yield text_task(
        "text.base64-decode-to", ["decode the base64 in {txt} [to|into|and save it as] {file}"],
        "base64 -d < {txt} > {file}", ["Decodes the base64 in {txt} into {file}."],
        lambda world, s: world.file(s.txt, base64.b64encode(b"hello\n").decode() + "\n"),
        lambda world, s: world.file(s.file, "hello\n") and None,
    )  # fmt: skip
    yield text_task(
        "text.base64-word", ["encode [the text |the string |the word |]{word} [in|as] base64",
                             "[print|show] the base64 of [the text |the word |]{word}"],
        "printf %s {word} | base64", ["Prints {word} in base64."],
        expect=lambda world, s: base64.b64encode(s.word.encode()).decode() + "\n",
    )  # fmt: skip


def _dumps() -> Iterator[Task]:
    data = b"Hello, world.\x00\x01\xffab\n"
    short = data[:16]
    dump = "00000000: 4865 6c6c 6f2c 2077 6f72 6c64 2e00 01ff  Hello, world....\n"
    for name, run, say, given, wanted, mac in (
        ("xxd", "xxd {file}", ["[print|show|dump] {file} [in hex|in hexadecimal|as a hex dump]",
                               "make a hex dump of {file}"], short, dump, None),
        ("xxd-p", "xxd -p {file}", ["[print|show] {file} as plain hex[| digits only]",
                                    "[convert|turn] {file} [to|into] a plain hex string"],
         short, short.hex() + "\n", None),
        ("hexdump-C", "hexdump -C {file}", [
            "[print|show] a canonical hex dump of {file}", "hexdump {file} with its text [beside "
            "it|on the right]"], short,
         "00000000  48 65 6c 6c 6f 2c 20 77  6f 72 6c 64 2e 00 01 ff  |Hello, world....|\n"
         "00000010\n", None),
        ("od-c", "od -c {file}", ["[print|show] {file} character by character with od",
                                  "[print|show|dump] the characters of {file}, with [escapes|"
                                  "backslash escapes] for control characters"], b"a\tb\n",
         "0000000   a  \\t   b  \\n\n0000004\n", ""),
        ("strings", "strings {file}", ["[print|show|extract] the [readable|printable] [strings|"
                                       "text] [in|from|of] the binary {file.raw}",
                                       "find [printable|readable] text in {file}"],
         b"\x00\x01hello there\x00ab\x02world\xff\n", "hello there\nworld\n", None),
        ("strings-n", "strings -n {tab} {file}", ["[print|show|extract] the printable strings of "
                                                  "at least {tab} characters in {file}"],
         b"\x00\x01hello there\x00a\x02worldwide\xff\n", "hello there\nworldwide\n", None),
    ):  # fmt: skip
        yield text_task(
            f"text.{name}", say, run,
            [{"strings": "Prints the readable text in {file}.", "strings-n": "Prints the runs of at "
              "least {tab} printable characters in {file}."}.get(name, f"Dumps {{file}} with "
              f"{run.split()[0]}{' as plain hexadecimal' if name == 'xxd-p' else ''}.")],
            lambda world, s, g=given: world.file(s.file, g), lambda world, s, w=wanted: w,
            mac=mac, **({"slots": {"tab": tab}} if "tab" in run else {}),
        )  # fmt: skip
    yield text_task(
        "text.xxd-n", ["[print|show] the first {amount} bytes of {file} in [hex|hexadecimal]"],
        "xxd -l {amount} {file}", ["Dumps the first {amount} bytes of {file} in hexadecimal."],
        lambda world, s: world.file(s.file, b"A" * s.amount * 2),
        lambda world, s: Outcome(stdout=_hex(b"A" * s.amount)),
    )  # fmt: skip
    yield text_task(
        "text.xxd-r", ["[convert|turn] {txt}, a hex dump, back into {file}"],
        "xxd -r {txt} > {file}", ["Turns the hex dump in {txt} back into {file}."],
        lambda world, s: world.file(s.txt, dump),
        lambda world, s: world.file(s.file, short) and None,
    )  # fmt: skip


def _hex(data: bytes) -> list[str]:
    lines = []
    for at in range(0, len(data), 16):
        part = data[at : at + 16]
        pairs = " ".join(part[i : i + 2].hex() for i in range(0, len(part), 2))
        lines.append(f"{at:08x}: {pairs:39}  {part.decode()}")
    return lines


def _sequences() -> Iterator[Task]:
    for name, run, say, result in (
        ("seq", "seq {n}", ["[print|list|count|generate] the numbers from 1 to {n}[| one per line]",
                            "count from 1 to {n}"], lambda s: range(1, s.n + 1)),
        ("seq-range", "seq {range.low} {range.high}",
         ["[print|list|generate] the numbers from {range.low} to {range.high}",
          "count from {range.low} to {range.high}"], lambda s: range(s.range[0], s.range[1] + 1)),
        ("seq-step", "seq 0 {tab} {n}",
         ["[print|list|generate] [every number|the numbers] from 0 to {n} in steps of {tab}",
          "count from 0 to {n} by {tab}"], lambda s: range(0, s.n + 1, s.tab)),
        ("seq-down", "seq {n} -1 1", ["count [down|backwards] from {n} to 1",
                                      "[print|list] the numbers from {n} down to 1"],
         lambda s: range(s.n, 0, -1)),
        ("seq-wide", "seq -w 1 {n}", ["[print|list|generate] the numbers from 1 to {n} with leading "
                                      "zeros[| to equal width]"],
         lambda s: [f"{i:0{len(str(s.n))}}" for i in range(1, s.n + 1)]),
        ("seq-commas", "seq -s, {n}", ["[print|list] the numbers from 1 to {n} separated by commas"],
         None),
        ("seq-sum", "seq {n} | paste -sd+ - | bc", ["add up the numbers from 1 to {n}",
                                                    "[compute|print] the sum of 1 to {n}"],
         lambda s: [s.n * (s.n + 1) // 2]),
        ("seq-format", "seq -f '{word}%g' {n}",
         ["[print|list|generate] {word.raw}1 to {word.raw}{n}[|, one per line]",
          "[print|list] the names {word.raw}1, {word.raw}2 and so on up to {word.raw}{n}"],
         lambda s: [f"{s.word}{i}" for i in range(1, s.n + 1)]),
    ):  # fmt: skip
        if result is None:
            yield text_task(
                f"text.{name}", say, run, ["Prints the numbers from 1 to {n} with commas between."],
                expect=lambda world, s: ",".join(str(i) for i in range(1, s.n + 1)) + "\n",
                mac="seq {n} | paste -sd, -",
            )  # fmt: skip
            continue
        yield text_task(
            f"text.{name}", say, run, [third(say[0]) + "."],
            expect=lambda world, s, r=result: [str(i) for i in r(s)], slots={"tab": tab},
        )  # fmt: skip
    for name, run, say, given, wanted in (
        ("numfmt-iec", "numfmt --to=iec < {txt}",
         ["[convert|turn] the [byte counts|numbers of bytes] in {txt} [to|into] human-readable "
          "sizes[| such as 2.0K]"], ["2048", "1048576"], ["2.0K", "1.0M"]),
        ("numfmt-from", "numfmt --from=iec < {txt}",
         ["[convert|turn] sizes [such as|like] 4K and 2M in {txt} [to|into] [bytes|plain "
          "numbers]"], ["4K", "2M"], ["4096", "2097152"]),
        ("numfmt-si", "numfmt --to=si < {txt}",
         ["[convert|turn] the numbers in {txt} [to|into] SI [units|notation][| such as 2.0K for "
          "2000]"], ["2000", "3000000"], ["2.0K", "3.0M"]),
        ("numfmt-field", "numfmt --field={column} --to=iec < {txt}",
         ["make the [sizes|byte counts] in {column} of {txt} human-readable"], None, None),
    ):  # fmt: skip
        if given is None:
            yield lines_task(
                f"text.{name}", run, say, ["Makes the numbers in {column} of {txt} readable."],
                lambda s: [" ".join("3072" if i == s.column else "77" for i in range(1, 9))],
                lambda x, s: [" ".join("3.0K" if i == s.column else "77" for i in range(1, 9))],
                mac="",
            )  # fmt: skip
            continue
        yield lines_task(
            f"text.{name}", run, say, [third(say[0]) + "."], given,
            lambda x, s, w=wanted: w, mac="",
        )  # fmt: skip
    yield text_task(
        "text.factor", ["[print|find|compute] the prime factors of {n}", "factor {n} into primes"],
        "factor {n}", ["Prints the prime factors of {n}."],
        expect=lambda world, s: f"{s.n}: {' '.join(_factors(s.n))}\n", mac="",
    )  # fmt: skip


def _factors(value: int) -> list[str]:
    found, divisor = [], 2
    while value > 1:
        while value % divisor == 0:
            found.append(str(divisor))
            value //= divisor
        divisor += 1
    return found


def _tees() -> Iterator[Task]:
    yield _tee("tee", "", "save them [to|in]")
    yield _tee("tee-a", " -a", "append them to")


def _tee(name: str, flag: str, said: str) -> Task:
    def expect(world: World, s: Bound) -> list[str]:
        lines = [line for line in mixed() if s.word in line] + [f"{s.word} 1", f"a {s.word}"]
        world.file(s.txt2, [*(["old"] if flag else []), *lines])
        return lines

    def setup(world: World, s: Bound) -> None:
        world.file(s.log, [*mixed(), f"{s.word} 1", "otter", f"a {s.word}"])
        world.file(s.txt2, ["old"])

    return text_task(
        f"text.{name}",
        [f"[print|show] the lines of {{log}} [with|containing] {{word}} and also {said} {{txt2}}",
         f"find {{word}} in {{log}}, show the lines and also {said} {{txt2}}"],
        f"grep {{word}} {{log}} | tee{flag} {{txt2}}",
        [f"Prints the lines of {{log}} with {{word}} and "
         f"{'appends' if flag else 'writes'} them to {{txt2}} too."], setup, expect,
    )  # fmt: skip
