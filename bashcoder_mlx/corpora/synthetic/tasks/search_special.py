"""Searches with grep that are each their own: blank lines, comments, numbers, addresses, two greps
in a row, lists of patterns, compressed logs, and ripgrep.
"""

import gzip
import re
from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.search_parts import TEXTS
from bashcoder_mlx.corpora.synthetic.world import World

_SHOW = "[show|print|list|find]"
_LINES = "[the |all |all the |]lines [of|in] {file}"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _kinds_of_lines()
    yield from _extracts()
    yield from _two_words()
    yield from _other_files()
    yield from _folders()
    yield from _ripgrep()


_MIXED = (
    "# a comment", "   # indented", "name = value # later", "", "   ", "plain text", "42", "-7 or 12",
    "at 10.20.30.40 and 192.0.2.7", "on 2024-05-17 at 10:30:59", "UPPER CASE", "a.b@example.com asks",
    "see https://example.com/x?y=1 or http://example.org", "color #ff8800;", "; old style", "x1",
    "1.2.3", "MiXed", "tab\there", "end with blank ", "call 555-123-4567", "it's \"quoted\"", "a,b,c",
    "this is a much longer line than most of the others, so that it goes well beyond what anyone would "
    "call short, and then some more words, until it is longer than every limit that can be drawn here.",
)  # fmt: skip


def _mixed(world: World, s: Bound) -> None:
    world.file(s.file, list(_MIXED))
    world.file("other.zzz", list(_MIXED))


# key, what the lines are or have, the same negated, options and pattern, regular expression
_LINE_KINDS: Sequence[tuple[str, str, str, str, str]] = (
    ("blank", "are [empty|blank]", "are not [empty|blank]", "'^$'", r"^$"),
    ("white", "are empty or [hold|have|contain] only [blanks|whitespace]",
     "have more than [whitespace|blanks]", "'^[[:space:]]*$'", r"^\s*$"),
    ("comment", "[are comments|start with #|begin with #]",
     "[are not comments|do not start with #|are no comments (#)]", "'^#'", r"^#"),
    ("comment-indented", "are comments, [indented or not|even indented]",
     "are not comments, [not even indented ones|indented or not]", "'^[[:space:]]*#'", r"^\s*#"),
    ("digit", "[contain|have] a [digit|number]", "[contain|have] no [digits|numbers]",
     "'[0-9]'", r"[0-9]"),
    ("capital", "[contain|have] [an upper-case letter|a capital letter|capitals]",
     "[contain|have] no [upper-case letters|capital letters]", "'[[:upper:]]'", r"[A-Z]"),
    ("capital-start", "start with [an upper-case|a capital] letter",
     "do not start with [an upper-case|a capital] letter", "'^[[:upper:]]'", r"^[A-Z]"),
    ("digit-start", "start with a [digit|number]", "do not start with a [digit|number]",
     "'^[0-9]'", r"^[0-9]"),
    ("digit-end", "end [with|in] a [digit|number]", "do not end [with|in] a [digit|number]",
     "'[0-9]$'", r"[0-9]$"),
    ("trailing", "end [with|in] [whitespace|blanks|spaces or tabs]",
     "do not end [with|in] [whitespace|blanks]", "'[[:space:]]$'", r"\s$"),
    ("tabs", "contain a tab", "contain no tab", "$'\\t'", r"\t"),
    ("only-digits", "[consist of|are made of|contain] digits only",
     "are not made of digits only", "-xE '[0-9]+'", r"^[0-9]+$"),
    ("address", "contain an IP address", "contain no IP address",
     r"-E '([0-9]{1,3}\.){3}[0-9]{1,3}'", r"([0-9]{1,3}\.){3}[0-9]{1,3}"),
    ("email", "contain an [e-mail|email] address", "contain no [e-mail|email] address",
     r"-E '[[:alnum:]._%+-]+@[[:alnum:].-]+\.[[:alpha:]]{2,}'", r"[\w.%+-]+@[\w.-]+\.[A-Za-z]{2,}"),
    ("link", "contain a [URL|link|web address]", "contain no [URL|link|web address]",
     "-E 'https?://'", r"https?://"),
    ("date", "contain a date [like|such as] 2024-05-17", "contain no date [like|such as] 2024-05-17",
     "-E '[0-9]{4}-[0-9]{2}-[0-9]{2}'", r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    ("time", "contain a time [like|such as] 10:30:59", "contain no time [like|such as] 10:30:59",
     "-E '[0-9]{2}:[0-9]{2}:[0-9]{2}'", r"[0-9]{2}:[0-9]{2}:[0-9]{2}"),
    ("long", "are longer than {width} characters", "are at most {width} characters long",
     "-E '^.{{width}}.+'", "LONG"),
)  # fmt: skip
_FORMS = (
    ("lines", "", _SHOW + " " + _LINES + " that", "[which|what] lines of {file}", "Prints the lines of {file} that"),
    ("numbered", "n", _SHOW + " " + _LINES + " with [their |]line numbers that",
     "line numbers and text of the lines of {file} that", "Prints, with line numbers, the lines of {file} that"),
    ("count", "c", "[count|show the number of] [the |]lines [of|in] {file} that", "how many lines [of|in] {file}",
     "Counts the lines of {file} that"),
)  # fmt: skip


def _kinds_of_lines() -> Iterator[Task]:
    for key, has, lacks, pattern, expression in _LINE_KINDS:
        for form, letter, say, ask, explain in _FORMS:
            for negated in (False, True):
                are, flag = (lacks, f"v{letter}") if negated else (has, letter)
                mark = "" if "numbered" in form else "?"
                yield Task(
                    name=f"search.{form}-{key}{'-not' * negated}",
                    say=[f"{say} {are}", *_other_words(key, form, negated)],
                    ask=[f"{ask} {are}{mark}"],
                    run=f"grep {_merged(flag, pattern)} {{file}}",
                    explain=[f"{explain} {are}."],
                    setup=_mixed,
                    expect=_line_oracle(expression, form, negated),
                )  # fmt: skip


def _other_words(key: str, form: str, negated: bool) -> list[str]:
    known = {
        ("blank", "lines", True): ["[print|show] {file} without [empty|blank] lines",
                                   "[leave out|remove|hide] the [empty|blank] lines of {file} and print the rest"],
        ("comment", "lines", True): ["[print|show] {file} without comments[ (#)|]", "hide the comments in {file}"],
        ("comment", "lines", False): ["[print|show] [only |]the comments in {file}"],
        ("blank", "count", False): ["count the [empty|blank] lines [of|in] {file}"],
        ("blank", "count", True): ["count the non-empty lines [of|in] {file}"],
    }  # fmt: skip
    return known.get((key, form, negated), [])


def _merged(flag: str, pattern: str) -> str:
    """The pattern with its own options joined to the flags."""
    own, _, text = pattern.partition(" ") if pattern.startswith("-") else ("-", "", pattern)
    letters = "".join(sorted(own[1:] + flag, key="xvncEF".index))
    return f"-{letters} {text}" if letters else text


def _line_oracle(expression: str, form: str, negated: bool):
    def expect(world: World, s: Bound):
        pattern = rf"^.{{{s.width + 1},}}" if expression == "LONG" else expression
        numbered = list(enumerate(world[s.file].text.split("\n")[:-1], 1))
        found = [(n, line) for n, line in numbered if bool(re.search(pattern, line)) != negated]
        assert found, "nothing is found"
        if form == "count":
            return f"{len(found)}\n"
        return [f"{n}:{line}" if form == "numbered" else line for n, line in found]

    return expect


# key, things, pattern of grep -E, the same in Python
_THINGS = (
    ("numbers", "[whole |]numbers", "[0-9]+", r"[0-9]+"),
    ("ips", "[IP|IPv4] addresses", r"([0-9]{1,3}\.){3}[0-9]{1,3}", r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}"),
    ("emails", "[e-mail|email|mail] addresses", r"[[:alnum:]._%+-]+@[[:alnum:].-]+\.[[:alpha:]]{2,}",
     r"[\w.%+-]+@[\w.-]+\.[A-Za-z]{2,}"),
    ("links", "[links|URLs|web addresses]", r'https?://[^" ]+', r'https?://[^" ]+'),
    ("dates", "dates of the form YYYY-MM-DD", "[0-9]{4}-[0-9]{2}-[0-9]{2}", r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    ("times", "times of the form HH:MM:SS", "[0-9]{2}:[0-9]{2}:[0-9]{2}", r"[0-9]{2}:[0-9]{2}:[0-9]{2}"),
    ("colors", "[hex|HTML] [colors|color codes]", "#[0-9a-fA-F]{6}", r"#[0-9a-fA-F]{6}"),
    ("phones", "phone numbers [like|such as] 555-123-4567", "[0-9]{3}-[0-9]{3}-[0-9]{4}", r"[0-9]{3}-[0-9]{3}-[0-9]{4}"),
    ("quoted", "[texts|strings] in double quotes", '"[^"]*"', r'"[^"]*"'),
)  # fmt: skip


def _extracts() -> Iterator[Task]:
    for key, things, pattern, expression in _THINGS:
        yield Task(
            name=f"search.extract-{key}",
            say=[f"[extract|pull out|get] [all |all the |the |]{things} [from|in] {{file}}",
                 f"[print|show|list] [only |just ][the |]{things} [in|of|from] {{file}}"],
            ask=[f"[which|what] {things} are [there |]in {{file}}?"],
            run=f"grep -oE '{pattern}' {{file}}",
            explain=[f"Prints all {things} in {{file}}."],
            setup=_mixed,
            expect=lambda world, s, e=expression: _found(e),
        )  # fmt: skip
        yield Task(
            name=f"search.extract-{key}-folder",
            say=[f"[extract|pull out|get] [all |all the |]{things} from [the |all |all the |]files [in|under|below] {{dir}}, without duplicates",
                 f"[print|list] the distinct {things} found in [the |all |]files [in|under|below] {{dir}}"],
            run=f"grep -rohE '{pattern}' {{dir}} | sort -u",
            explain=[f"Lists the distinct {things} in the files of {{dir}}."],
            setup=lambda world, s: [world.file(f"{p}/{n}", list(_MIXED)) for p, n in ((s.dir, "a"), (f"{s.dir}/b", "c"))]
            and world.file("beyond/d", ["9.8.7.6 99 x@example.net http://a.example 1999-01-02"]) and None,
            expect=lambda world, s, e=expression: sorted(set(_found(e))),
        )  # fmt: skip


def _pairs(world: World, s: Bound) -> None:
    lines = [f"{s.word} then {s.word2}", f"only {s.word}", f"only {s.word2}", "neither",
             f"{s.word2} then {s.word}", f"x{s.word}"]  # fmt: skip
    world.file(s.file, lines)


def _found(expression: str) -> list[str]:
    return [found for line in _MIXED for found in re.findall(expression, line)]


def _two_words() -> Iterator[Task]:
    def both(world: World, s: Bound) -> list[str]:
        return [x for x in world[s.file].lines if s.word in x and s.word2 in x]

    def one(world: World, s: Bound) -> list[str]:
        return [x for x in world[s.file].lines if s.word in x and s.word2 not in x]

    for key, joined, pipe, oracle in (
        ("both", "both {word} and {word2}", "grep {word2}", both),
        ("but-not", "{word} but not {word2}", "grep -v {word2}", one),
    ):
        for count in (False, True):
            verb = "[count|show the number of]" if count else _SHOW
            yield Task(
                name=f"search.{key}{'-count' * count}",
                say=[f"{verb} [the |all the |]lines [of|in] {{file}} that [contain|have] {joined}",
                     f"{verb} [the |]lines with {joined} in {{file}}"],
                ask=[f"{'how many' if count else 'which'} lines of {{file}} [contain|have] {joined}?"],
                run=f"grep {{word}} {{file}} | {pipe.replace('grep -v', 'grep -vc') if count and '-v' in pipe else pipe.replace('grep', 'grep -c') if count else pipe}",
                explain=[f"{'Counts' if count else 'Prints'} the lines of {{file}} that contain {joined}."],
                setup=_pairs,
                expect=(lambda world, s, o=oracle: f"{len(o(world, s))}\n") if count else oracle,
            )  # fmt: skip
    yield Task(
        name="search.in-order",
        say=[f"{_SHOW} [the |]lines [of|in] {{file}} [that contain|with] {{word}} followed by {{word2}}",
             f"{_SHOW} [the |]lines [of|in] {{file}} where {{word2}} comes after {{word}}"],
        run="grep '{word}.*{word2}' {file}",
        explain=["Prints the lines of {file} in which {word2} comes after {word}."],
        setup=_pairs,
        expect=lambda world, s: [x for x in world[s.file].lines if s.word2 in x.partition(s.word)[2]],
    )  # fmt: skip
    for answer, options, say in (
        ("&& echo yes", "-q", "print yes if {file} contains {word}"),
        ("|| echo missing", "-q", "print missing if {file} does not contain {word}"),
    ):
        missing = "missing" in answer
        yield Task(
            name=f"search.quiet-{'missing' if missing else 'yes'}",
            say=[f"[quietly |]{say}", f"check [quietly |]whether {{file}} contains {{word}} and print {'missing' if missing else 'yes'} if {'not' if missing else 'it does'}"],
            run=f"grep {options} {{word}} {{file}} {answer}",
            explain=[f"{'Prints missing unless' if missing else 'Prints yes if'} {{file}} contains {{word}}."],
            setup=lambda world, s, m=missing: world.file(s.file, ["x", s.word.swapcase() if m else f"a {s.word}"]),
            expect=lambda world, s, m=missing: "missing\n" if m else "yes\n",
        )  # fmt: skip


def _other_files() -> Iterator[Task]:
    for key, option, negated, english in (
        ("common", "-Ff", False, "contain [any|one] of the [words|texts|strings] listed in {file2}"),
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
            setup=lambda world, s: [
                world.file(s.file, ["alpha", "alpha beta", "gamma.x", "gammaxx", "delta", "omega"]),
                world.file(s.file2, ["alpha", "gamma.x", "omega"]),
            ] and None,
            expect=lambda world, s, n=negated, e=exact: [
                x for x in world[s.file].lines
                if n != any(x == y if e else y in x for y in world[s.file2].lines)
            ],
        )  # fmt: skip
    yield Task(
        name="search.recent",
        say=[f"{_SHOW} the lines with {{word}} [among|in] the last {{n}} lines of {{log}}",
             "search [only |]the last {n} lines of {log} for {word}"],
        run="tail -n {n} {log} | grep {word}",
        explain=["Prints those of the last {n} lines of {log} that contain {word}."],
        setup=lambda world, s: world.file(s.log, [f"{s.word if k % 3 else 'none'} {k}" for k in range(s.n + 9)]),
        expect=lambda world, s: [x for x in world[s.log].lines[-s.n :] if s.word in x],
    )  # fmt: skip
    yield Task(
        name="search.last-matches",
        say=[f"{_SHOW} the last {{count}} lines [of|in] {{log}} that contain {{word}}",
             f"{_SHOW} the {{count}} [most recent|latest|last] lines with {{word}} in {{log}}"],
        ask=["last {count} lines with {word} in {log}"],
        run="grep {word} {log} | tail -n {count}",
        explain=["Prints the last {count} of the lines with {word} in {log}."],
        setup=lambda world, s: world.file(s.log, [f"{s.word if k % 3 else 'none'} {k}" for k in range(2 * s.count + 9)]),
        expect=lambda world, s: [x for x in world[s.log].lines if s.word in x][-s.count :],
    )  # fmt: skip
    for key, flag, say in (("", "", "[search|look in] the compressed [log|file] {log}.gz for {word}"),
                           ("-count", "-c ", "count the lines with {word} in the compressed [log|file] {log}.gz"),
                           ("-any-case", "-i ", "search the compressed [log|file] {log}.gz for {word} ignoring case")):  # fmt: skip
        yield Task(
            name=f"search.compressed{key}",
            say=[say, say.replace("the compressed [log|file]", "the [gzip file|gzipped log]")],
            run=f"zgrep {flag}{{word}} {{log}}.gz",
            explain=[say.replace("[search|look in]", "Searches").replace("search", "Searches", 1).replace("count", "Counts", 1) + "."
                     if key else "Prints the lines with {word} in the compressed log {log}.gz."],
            setup=lambda world, s: world.file(f"{s.log}.gz", gzip.compress(f"a {s.word}\nnone\nb {s.word.swapcase()}\n{s.word}\n".encode())),
            expect=lambda world, s, k=key: "2\n" if "count" in k else [
                f"a {s.word}", *([f"b {s.word.swapcase()}"] if k else []), s.word
            ],
        )  # fmt: skip
    yield Task(
        name="search.listing",
        say=["[list|show] [the |]entries of [this folder|the current directory] whose name contains {word}, [with ls and grep|by ls piped into grep]",
             "pipe ls into grep to [find|show] names [with|containing] {word}"],
        run="ls | grep {word}",
        explain=["Lists the names in this folder that contain {word}."],
        setup=lambda world, s: [world.file(n, "x\n") for n in (f"a{s.word}", f"{s.word}.txt", "b", f"sub/{s.word}2", f".{s.word}")] and None,
        expect=lambda world, s: [n for n in world.glob("*") if s.word in n],
    )  # fmt: skip


def _tree(world: World, s: Bound) -> None:
    top = s.dir if "dir" in s else "."
    second = s.word2 if "word2" in s else "two"
    for number, name in enumerate(("a.py", "sub/b.txt", "sub/c.py", "d.md", "sub/deep/e.py")):
        lines = ["none", s.word if number % 2 == 0 else s.word.swapcase(), f"x {s.word} y {s.word}" if number < 3 else "z"]
        world.file(f"{top}/{name}", [*lines, second if number in (1, 2, 3) else "end", "TODO later" if number < 2 else "todo"])
    world.file("beyond/f.py", [s.word, second, "TODO never"])


def _folders() -> Iterator[Task]:
    yield Task(
        name="search.todo",
        say=["[list|find|show] [every|all the] TODO[ comments|s] [in|under|below] {dir} with [file and line number|line numbers]",
             "[search|grep] {dir} for TODO[ comments|] and [show|print] line numbers"],
        ask=["where in {dir} are [the |]TODOs[ left|], by line number?"],
        run="grep -rn TODO {dir}", explain=["Lists the TODOs in the files of {dir}, with line numbers."],
        setup=lambda world, s: [world.file(f"{s.dir}/{n}", ["x", "# TODO one", "todo"]) for n in ("a.py", "b/c.js")] and None,
        expect=lambda world, s: any_order([f"{p}:2:# TODO one" for p in world.files(s.dir)]), weight=2,
    )  # fmt: skip
    yield Task(
        name="search.both-in-file",
        say=["[list|find] [the |]files [in|under|below] {dir} that contain both {word} and {word2}, [on any lines|not necessarily on one line]",
             "[list|find] [the |]files [in|under|below] {dir} [containing|with] {word} and also {word2} [somewhere|anywhere in them]"],
        run="grep -rl --null {word} {dir} | xargs -0 grep -l {word2}",
        explain=["Lists the files in {dir} that contain {word} and also {word2}."],
        setup=_tree,
        expect=lambda world, s: any_order([p for p in world.files(s.dir) if s.word in world[p].text and s.word2 in world[p].text]),
    )  # fmt: skip
    yield Task(
        name="search.counts-nonzero",
        say=["count the lines with {word} in each file [in|under|below] {dir}, leaving out files without any",
             "[show|list] how many lines contain {word} in every file [in|under] {dir} that has it"],
        run="grep -rc {word} {dir} | grep -v ':0$'",
        explain=["Counts the lines with {word} in each file of {dir}, without files that have none."],
        setup=_tree,
        expect=lambda world, s: any_order([f"{p}:{n}" for p in world.files(s.dir) if (n := sum(s.word in x for x in world[p].lines))]),
    )  # fmt: skip
    yield Task(
        name="search.delete-containing",
        say=["[delete|remove] [all |all the |the |]files [in|under|below] {dir} that contain {word}"],
        run="grep -rl --null {word} {dir} | xargs -0 rm",
        explain=["Deletes the files in {dir} that contain {word}."],
        setup=_tree,
        expect=lambda world, s: [world.remove(p) for p in world.files(s.dir) if s.word in world[p].text] and None,
    )  # fmt: skip
    yield Task(
        name="search.copy-containing",
        say=["copy [all |all the |the |]files [in|under|below] {dir} that contain {word} [to|into] {dir2}"],
        run="grep -rl --null {word} {dir} | xargs -0 -I {} cp {} {dir2}/",
        explain=["Copies the files in {dir} that contain {word} into {dir2}."],
        setup=lambda world, s: (_tree(world, s), world.dir(s.dir2)) and None,
        expect=lambda world, s: [world.copy(p, f"{s.dir2}/{p.rpartition('/')[2]}") for p in world.files(s.dir) if s.word in world[p].text] and None,
    )  # fmt: skip


def _ripgrep() -> Iterator[Task]:
    def shown(world: World, s: Bound) -> list[tuple[str, int, str]]:
        top = s.dir if "dir" in s else "."
        return [(p, n, x) for p in world.files(top) for n, x in enumerate(world[p].lines, 1)]

    with_rg = "[with ripgrep|with rg|using ripgrep|using rg]"
    for place, text in (("", "here and below"), (" {dir}", "in {dir}")):
        for key, flag, say, oracle in (
            ("plain", "", "search [|all ]files TEXT for {word}", lambda p, n, x, s: f"{p}:{x}" if s.word in x else ""),
            ("any-case", "-i ", "search [|all ]files TEXT for {word} [ignoring case|in any case]",
             lambda p, n, x, s: f"{p}:{x}" if s.word.lower() in x.lower() else ""),
            ("numbered", "-n ", "search [|all ]files TEXT for {word} with line numbers",
             lambda p, n, x, s: f"{p}:{n}:{x}" if s.word in x else ""),
            ("names", "-l ", "[list|find] [the |]files TEXT that contain {word}", lambda p, n, x, s: p if s.word in x else ""),
            ("whole", "-w ", "search [|all ]files TEXT for the whole word {word}",
             lambda p, n, x, s: f"{p}:{x}" if re.search(rf"\b{s.word}\b", x) else ""),
            ("glob", "-g {kind} ", "search [the |all |]{kind} TEXT for {word}",
             lambda p, n, x, s: f"{p}:{x}" if s.word in x and p.endswith(f".{s.kind}") else ""),
        ):
            yield Task(
                name=f"search.rg-{key}{'-dir' if place else ''}",
                say=[f"{say.replace('TEXT', text)} {with_rg}", f"use [ripgrep|rg] to {say.replace('TEXT', text)}"],
                run=f"rg {flag}{{word}}{place}",
                explain=[say.replace("TEXT", text).replace("[list|find]", "Lists").replace("search", "Searches") + " by means of ripgrep."],
                setup=_ripgrep_tree, slots=TEXTS, before="exec </dev/null",
                expect=lambda world, s, o=oracle: any_order(_unique(
                    [o(p, n, x, s) for p, n, x in shown(world, s)]
                )),
            )  # fmt: skip


def _ripgrep_tree(world: World, s: Bound) -> None:
    _tree(world, s)
    ending = s.kind if "kind" in s else "txt"
    world.file(f"{s.dir if 'dir' in s else '.'}/k.{ending}", [f"{s.word}s", f"a {s.word}"])


def _unique(lines: Sequence[str]) -> list[str]:
    """Without empty ones; names once each."""
    found = [line for line in lines if line]
    return found if any(":" in line for line in found) else sorted(set(found))

