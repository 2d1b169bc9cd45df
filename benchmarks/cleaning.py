"""Time and memory of `bashcoder data clean` on text of known content.

Usage: python benchmarks/cleaning.py [SIZE_IN_GB]...     (0.1 and 1 by default)

Writes documents of made-up words, half of the bytes English, three tenths scripts, the rest pairs;
of every hundred documents ten repeat an earlier one and five differ from an earlier one in a word.
Prints, for each size, what was planted and what was found, the time, and the peak of memory. The
texts lie in a temporary folder, which needs twice the size.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SMALL = ["the", "of", "and", "to", "is", "that", "it", "for", "with", "are", "be", "this", "by"]
LETTERS = ("bdfgklmnprstvz", "aeiou")
PROGRAM = "from bashcoder_mlx.cli import main; main()"
# A copy is of one of the last documents, so that the generator stays small.
REMEMBERED = 500
PAIRS = [
    ("print the lines with {0} in {1}.txt", "grep '{0}' {1}.txt"),
    ("find the {0} files of {1} larger than {2} MB", "find {1} -name '*.{0}' -size +{2}M"),
    ("count the words of {0} and {1}", "wc -w {0} {1}"),
    ("copy {0} to /srv/{1} and keep its times", 'cp -p "{0}" /srv/{1}/'),
]
LINES = [
    'echo "{0} {1}" >> {2}.log',
    'for {0} in {1}/*.txt; do wc -l "${0}"; done',
    'if [ -f "{0}" ]; then mv "{0}" "{1}"; fi',
    "{0}=$(grep -c {1} {2}.txt)",
    "cat <<END > {0}.conf\n{1} = {2}\nEND",
    "find {0} -name '*.{1}' -mtime +7 -delete",
]


class Corpus:
    """A stream of records from a seed, with counts of what was planted."""

    def __init__(self, seed: int = 1):
        self.random = random.Random(seed)
        self.words = ["".join(map(self.random.choice, LETTERS * 3)) for _ in range(20_000)]
        self.planted: Counter = Counter()
        self._recent: list[dict] = []

    def records(self, size: int) -> Iterator[str]:
        """JSON lines until their texts have `size` bytes."""
        while size > 0:
            record = self._next()
            size -= sum(len(value) for key, value in record.items() if key != "kind")
            self.planted["documents"] += 1
            yield json.dumps(record) + "\n"

    def _next(self) -> dict:
        chance = self.random.random()
        if self._recent and chance < 0.10:
            self.planted["exact duplicates"] += 1
            return self.random.choice(self._recent)
        texts = [record for record in self._recent if "text" in record]
        if texts and chance < 0.15:
            self.planted["near duplicates"] += 1
            return self._near(self.random.choice(texts))
        record = self._new()
        self._recent.append(record)
        if len(self._recent) > REMEMBERED:
            self._recent.pop(0)
        return record

    def _near(self, record: dict) -> dict:
        head, _, tail = record["text"].partition(" ")
        return record | {"text": f"{head} {self._word()}{tail[tail.index(' ') :]}"}

    def _new(self) -> dict:
        """English, scripts and pairs in numbers that give 5 : 3 : 2 of the bytes."""
        choice = self.random.random()
        if choice < 0.85:
            form, command = self.random.choice(PAIRS)
            names = [self._word() + str(self.random.randrange(10**6)) for _ in range(3)]
            return {"prompt": form.format(*names), "completion": command.format(*names)}
        if choice < 0.91:
            lines = (self.random.choice(LINES).format(*self._names()) for _ in range(40))
            return {"text": "#!/bin/bash -e\n" + "\n".join(lines) + "\n", "kind": "script"}
        words = self.random.choices(self.words, k=180) + self.random.choices(SMALL, k=120)
        self.random.shuffle(words)
        return {"text": " ".join(words) + ".\n"}

    def _names(self) -> list[str]:
        return self.random.choices(self.words, k=3)

    def _word(self) -> str:
        return self.random.choice(self.words)


def measure(size: int, folder: Path) -> None:
    """Writes a corpus of `size` bytes, cleans it and prints a row."""
    corpus, source = Corpus(), folder / "made.jsonl"
    with source.open("w") as file:
        file.writelines(corpus.records(size))
    command = [sys.executable, "-c", PROGRAM, "data", "clean", str(source), "--json"]
    output = folder / "clean.jsonl"
    done = subprocess.run([*command, "-o", str(output), "--force"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    report = json.loads(done.stdout)
    speed = report["bytes"]["read"] / 1e6 / report["seconds"]
    print(f"{size / 1e9:g} GB: planted {dict(corpus.planted)}; dropped {report['dropped']}")
    print(
        f"  {report['documents']['read']:,} documents in {report['seconds']:.0f} s, "
        f"{speed:.1f} MB/s, peak {report['peak_resident_bytes'] / 1e6:.0f} MB resident",
        flush=True,
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        for gigabytes in map(float, sys.argv[1:] or ("0.1", "1")):
            measure(int(gigabytes * 1e9), Path(temporary))
