"""Searches with grep that are each their own: two greps in a row, lists of patterns, compressed
logs, and files that contain something.
"""

import gzip
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Task, any_order, silent
from bashcoder_mlx.trial.world import World

_SHOW = "[show|print|list|find]"
_LINES = "[the |all |all the |]lines [of|in] {file}"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _two_words()
    yield from _other_files()
    yield from _folders()


def _pairs(world: World, s: Bound) -> None:
    near = [f"only {s.word}", f"only {s.word2}", "neither", f"x{s.word}"]
    world.file(s.file, [f"{s.word} then {s.word2}", *near, f"{s.word2} then {s.word}"])


def _two_words() -> Iterator[Task]:
    def both(world: World, s: Bound) -> list[str]:
        return [x for x in world[s.file].lines if s.word in x and s.word2 in x]

    def one(world: World, s: Bound) -> list[str]:
        return [x for x in world[s.file].lines if s.word in x and s.word2 not in x]

    for key, joined, pipe, counting, oracle in (
        ("both", "both {word} and {word2}", "grep {word2}", "grep -c {word2}", both),
        ("but-not", "{word} but not {word2}", "grep -v {word2}", "grep -vc {word2}", one),
    ):
        for count in (False, True):
            verb = "[count|show the number of]" if count else _SHOW
            yield Task(
                name=f"search.{key}{'-count' * count}",
                say=[
                    f"{verb} [the |all the |]lines [of|in] {{file}} that [contain|have] {joined}",
                    f"{verb} [the |]lines with {joined} in {{file}}",
                ],
                ask=[
                    f"{'how many' if count else 'which'} lines of {{file}} [contain|have] {joined}?"
                ],
                run=f"grep {{word}} {{file}} | {counting if count else pipe}",
                explain=[
                    f"{'Counts' if count else 'Prints'} the lines of {{file}} that contain "
                    f"{joined}."
                ],
                setup=_pairs,
                expect=(lambda world, s, o=oracle: f"{len(o(world, s))}\n") if count else oracle,
            )
    yield Task(
        name="search.in-order",
        say=[
            f"{_SHOW} [the |]lines [of|in] {{file}} [that contain|with] {{word}} followed by "
            f"{{word2}}",
            f"{_SHOW} [the |]lines [of|in] {{file}} where {{word2}} comes after {{word}}",
        ],
        run="grep '{word}.*{word2}' {file}",
        explain=["Prints the lines of {file} in which {word2} comes after {word}."],
        setup=_pairs,
        expect=lambda world, s: [
            x for x in world[s.file].lines if s.word2 in x.partition(s.word)[2]
        ],
    )
    yield Task(
        name="search.quiet-missing",
        say=[
            "[quietly |]print missing if {file} does not contain {word}",
            "check [quietly |]whether {file} contains {word} and print missing if not",
        ],
        run="grep -q {word} {file} || echo missing",
        explain=["Prints missing unless {file} contains {word}."],
        setup=lambda world, s: world.file(s.file, ["x", s.word.swapcase()]),
        expect=lambda world, s: "missing\n",
    )


def _other_files() -> Iterator[Task]:
    for key, option, negated, english in (
        (
            "common",
            "-Ff",
            False,
            "contain [any|one] of the [words|texts|strings] listed in {file2}",
        ),
        ("not-listed", "-vFf", True, "contain none of the [words|texts|strings] listed in {file2}"),
        ("same-lines", "-xFf", False, "[also occur in|are lines of] {file2}[ too|]"),
        ("missing-lines", "-vxFf", True, "[do not occur in|are not lines of] {file2}"),
    ):
        exact = "x" in option
        yield Task(
            name=f"search.{key}",
            say=[f"{_SHOW} [the |all |]lines [of|in] {{file}} that {english}"],
            ask=[f"[which|what] lines of {{file}} {english}?"],
            run=f"grep {option} {{file2}} {{file}}",
            explain=[f"Prints the lines of {{file}} that {english}."],
            setup=lambda world, s: silent(
                [
                    world.file(
                        s.file, ["alpha", "alpha beta", "gamma.x", "gammaxx", "delta", "omega"]
                    ),
                    world.file(s.file2, ["alpha", "gamma.x", "omega"]),
                ]
            ),
            expect=lambda world, s, n=negated, e=exact: [
                x
                for x in world[s.file].lines
                if n != any(x == y if e else y in x for y in world[s.file2].lines)
            ],
        )
    yield Task(
        name="search.last-matches",
        say=[
            f"{_SHOW} the last {{count}} lines [of|in] {{log}} that contain {{word}}",
            f"{_SHOW} the {{count}} [most recent|latest|last] lines with {{word}} in {{log}}",
        ],
        ask=["last {count} lines with {word} in {log}"],
        run="grep {word} {log} | tail -n {count}",
        explain=["Prints the last {count} of the lines with {word} in {log}."],
        setup=lambda world, s: world.file(
            s.log, [f"{s.word if k % 3 else 'none'} {k}" for k in range(2 * s.count + 9)]
        ),
        expect=lambda world, s: [x for x in world[s.log].lines if s.word in x][-s.count :],
    )
    for key, flag, say in (
        ("", "", "[search|look in] the compressed [log|file] {log.raw}.gz for {word}"),
        ("-count", "-c ", "count the lines with {word} in the compressed [log|file] {log.raw}.gz"),
        (
            "-any-case",
            "-i ",
            "search the compressed [log|file] {log.raw}.gz for {word} ignoring case",
        ),
    ):
        yield Task(
            name=f"search.compressed{key}",
            say=[say, say.replace("the compressed [log|file]", "the [gzip file|gzipped log]")],
            run=f"zgrep {flag}{{word}} {{log}}.gz",
            explain=[
                say.replace("[search|look in]", "Searches")
                .replace("search", "Searches", 1)
                .replace("count", "Counts", 1)
                + "."
                if key
                else "Prints the lines with {word} in the compressed log {log.raw}.gz."
            ],
            setup=lambda world, s: world.file(
                f"{s.log}.gz",
                gzip.compress(f"a {s.word}\nnone\nb {s.word.swapcase()}\n{s.word}\n".encode()),
            ),
            expect=lambda world, s, k=key: (
                "2\n"
                if "count" in k
                else [f"a {s.word}", *([f"b {s.word.swapcase()}"] if k else []), s.word]
            ),
        )
    yield Task(
        name="search.listing",
        say=[
            "[list|show] [the |]entries of [this folder|the current directory] whose name "
            "contains {word}, [with ls and grep|by ls piped into grep]",
            "pipe ls into grep to [find|show] names [with|containing] {word}",
        ],
        run="ls | grep {word}",
        explain=["Lists the names in this folder that contain {word}."],
        setup=lambda world, s: silent(
            [
                world.file(n, "x\n")
                for n in (f"a{s.word}", f"{s.word}.txt", "b", f"sub/{s.word}2", f".{s.word}")
            ]
        ),
        expect=lambda world, s: [n for n in world.glob("*") if s.word in n],
    )


def tree(world: World, s: Bound) -> None:
    """Files with {word}, some of them with {word2}, and others with neither."""
    top = s.dir if "dir" in s else "."
    second = s.word2 if "word2" in s else "two"
    for number, name in enumerate(("a.py", "sub/b.txt", "sub/c.py", "d.md", "sub/deep/e.py")):
        lines = [
            "none",
            s.word if number % 2 == 0 else s.word.swapcase(),
            f"x {s.word} y {s.word}" if number < 3 else "z",
        ]
        world.file(
            f"{top}/{name}",
            [
                *lines,
                second if number in (1, 2, 3) else "end",
                "TODO later" if number < 2 else "todo",
            ],
        )
    world.file("beyond/f.py", [s.word, second, "TODO never"])


def _folders() -> Iterator[Task]:
    yield Task(
        name="search.todo",
        say=[
            "[list|find|show] [every|all the] TODO[ comments|s] [in|under|below] {dir} with "
            "[file and line number|line numbers]",
            "[search|grep] {dir} for TODO[ comments|] and [show|print] line numbers",
        ],
        ask=["where in {dir} are [the |]TODOs[ left|], by line number?"],
        run="grep -rn TODO {dir}",
        explain=["Lists the TODOs in the files of {dir}, with line numbers."],
        setup=lambda world, s: silent(
            [world.file(f"{s.dir}/{n}", ["x", "# TODO one", "todo"]) for n in ("a.py", "b/c.js")]
        ),
        expect=lambda world, s: any_order([f"{p}:2:# TODO one" for p in world.files(s.dir)]),
        weight=2,
    )
    yield Task(
        name="search.both-in-file",
        say=[
            "[list|find] [the |]files [in|under|below] {dir} that contain both {word} and "
            "{word2}, [on any lines|not necessarily on one line]",
            "[list|find] [the |]files [in|under|below] {dir} [containing|with] {word} and also "
            "{word2} [somewhere|anywhere in them]",
        ],
        run="grep -rl --null {word} {dir} | xargs -0 grep -l {word2}",
        explain=["Lists the files in {dir} that contain {word} and also {word2}."],
        setup=tree,
        expect=lambda world, s: any_order(
            [p for p in world.files(s.dir) if s.word in world[p].text and s.word2 in world[p].text]
        ),
    )
    yield Task(
        name="search.counts-nonzero",
        say=[
            "count the lines with {word} in each file [in|under|below] {dir}, leaving out files "
            "without any",
            "[show|list] how many lines contain {word} in every file [in|under] {dir} that has it",
        ],
        run="grep -rc {word} {dir} | grep -v ':0$'",
        explain=[
            "Counts the lines with {word} in each file of {dir}, without files that have none."
        ],
        setup=tree,
        expect=lambda world, s: any_order(
            [
                f"{p}:{n}"
                for p in world.files(s.dir)
                if (n := sum(s.word in x for x in world[p].lines))
            ]
        ),
    )
    yield Task(
        name="search.delete-containing",
        say=[
            "[delete|remove] [all |all the |the |]files [in|under|below] {dir} that contain {word}"
        ],
        run="grep -rl --null {word} {dir} | xargs -0 rm",
        explain=["Deletes the files in {dir} that contain {word}."],
        setup=tree,
        expect=lambda world, s: silent(
            [world.remove(p) for p in world.files(s.dir) if s.word in world[p].text]
        ),
    )
    yield Task(
        name="search.copy-containing",
        say=[
            "copy [all |all the |the |]files [in|under|below] {dir} that contain {word} "
            "[to|into] {dir2}"
        ],
        run="grep -rl --null {word} {dir} | xargs -0 -I {} cp {} {dir2}/",
        explain=["Copies the files in {dir} that contain {word} into {dir2}."],
        setup=lambda world, s: silent((tree(world, s), world.dir(s.dir2))),
        expect=lambda world, s: silent(
            [
                world.copy(p, f"{s.dir2}/{p.rpartition('/')[2]}")
                for p in world.files(s.dir)
                if s.word in world[p].text
            ]
        ),
    )
