"""Edits with sed for blank lines, comments, blanks, several words, paths, settings, trees."""

import re
from collections.abc import Callable, Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import lines_task, names, text_task
from bashcoder_mlx.trial.world import World

_MANY = [f"{i} {name}" for i, name in enumerate(names(90), 1)]


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _blank_lines()
    yield from _pairs()


def _blank_lines() -> Iterator[Task]:
    lines = ["a", "", "  ", "b # x", "# note", "", "  # in", "c"]
    for name, program, what, keep in (
        ("blank", "/^$/d", "[empty|blank] lines", lambda v: v != ""),
        ("white", "/^[[:space:]]*$/d", "[empty lines and lines of only|lines that are empty or have "
         "only] [spaces|whitespace]", lambda v: v.strip()),
        ("comments", "/^#/d", "[comment lines|lines that start with #|lines starting with #]",
         lambda v: not v.startswith("#")),
        ("comments-blank", "/^#/d; /^$/d", "[comment lines (starting with #) and empty lines|empty "
         "lines and lines that start with #]", lambda v: v and not v.startswith("#")),
    ):  # fmt: skip
        yield from _three_places(name, program, f"[delete|remove] [all|all the|the] {what} [from|in]"
                                 " <it>", f"without [its |]{what}", lines,
                                 lambda x, k=keep: [v for v in x if k(v)])  # fmt: skip
    yield from _three_places(
        "trailing-comments", "s/ *#.*//", "[delete|remove|strip] everything from # to the end of "
        "[each|every] line [of|in] <it>", "without comments, that is, [from # on|anything from #]",
        lines, lambda x: [re.sub(" *#.*", "", v) for v in x],
    )  # fmt: skip
    yield from _three_places(
        "ends-space", "s/^[[:space:]]*//; s/[[:space:]]*$//", "[delete|remove|strip|trim] leading "
        "and trailing [whitespace|spaces] [from|in] [|each line of |every line of ]<it>",
        "without leading and trailing [whitespace|spaces]", ["  a b ", "c", "   ", " d"],
        lambda x: [v.strip() for v in x],
    )  # fmt: skip
    yield from _three_places(
        "double-space", "G", "[add|insert] an empty line after [each|every] line of <it>",
        "[double-spaced|with an empty line after each line]", ["a", "b"],
        lambda x: [v for line in x for v in (line, "")],
    )  # fmt: skip
    yield from _three_places(
        "squeeze-space", "s/  */ /g", "[replace|squeeze] runs of spaces in <it> [by one space|to a "
        "single space] with sed", "with runs of spaces squeezed, [with|using] sed",
        ["a   b", " c  d"], lambda x: [re.sub(" +", " ", v) for v in x],
    )  # fmt: skip
    yield from _three_places(
        "quotes", 's/"//g', "[delete|remove|strip] [all|the|all the] double quotes [from|in] <it>",
        "without [any |]double quotes", ['"a","b"', "c"],
        lambda x: [v.replace('"', "") for v in x],
    )  # fmt: skip
    yield from _three_places(
        "tags", "s/<[^>]*>//g", "[delete|remove|strip] [all|the|all the] HTML tags [from|in] <it>",
        "without [its |any ]HTML tags", ["<p>a <b>c</b></p>", "d"], lambda x: [
            re.sub("<[^>]*>", "", v) for v in x],
    )  # fmt: skip
    yield from _three_places(
        "brackets", "s/([^)]*)//g", "[delete|remove|strip] [everything|text|all text] in "
        "parentheses, and the parentheses, [from|in] <it>", "without [the |]text in parentheses",
        ["a (b c) d", "(e)"], lambda x: [re.sub(r"\([^)]*\)", "", v) for v in x],
    )  # fmt: skip


def _three_places(
    name: str, program: str, do: str, shown: str, lines: list[str],
    result: Callable[[list[str]], list[str]],
) -> Iterator[Task]:  # fmt: skip
    """An edit in place, to the output, and into another file."""
    said = do.replace("<it>", "{file}")
    verb, _, rest = said.partition("] ") if said.startswith("[") else said.partition(" ")
    first = verb.lstrip("[").partition("|")[0]
    cap = f"{first.capitalize()}s {rest}"
    yield lines_task(
        f"text.sed-{name}", f"sed -i '{program}' {{file}}",
        [said, f"{said}[, in place| in place|]"], [f"{cap}, in place."], lines,
        lambda x, s: result(x), file="file", into="file", mac=f"sed -i '' '{program}' {{file}}",
        weight=1.5 if "blank" in name or "comments" in name else 0.7,
    )  # fmt: skip
    # Without a word about it, grep would do for these.
    with_sed = "[, using sed| with sed]" if name in ("blank", "white", "comments") else ""
    yield lines_task(
        f"text.sed-{name}-shown", f"sed '{program}' {{file}}",
        [f"[print|show|display] {{file}} {shown}{with_sed}", f"[print|show] {{file}} {shown}, "
         f"leaving the file as it is{with_sed}"],
        [f"Prints {{file}} {shown}."], lines, lambda x, s: result(x), file="file",
    )  # fmt: skip
    txt = do.replace("<it>", "{txt}")
    yield lines_task(
        f"text.sed-{name}-to", f"sed '{program}' {{txt}} > {{txt2}}",
        [f"{txt} and [save|write] the result [to|in] {{txt2}}",
         f"[write|save] {{txt}} {shown} to {{txt2}}"],
        [f"Writes {{txt}} {shown} to {{txt2}}."], lines, lambda x, s: result(x), into="txt2",
        weight=0.5,
    )  # fmt: skip


def _pairs() -> Iterator[Task]:
    """Several replacements at once, and replacements of paths and settings."""

    def both(x: list[str], s: Bound) -> list[str]:
        return [v.replace(s.word, s.word2).replace(s.word3, s.word4) for v in x]

    def lines(s: Bound) -> list[str]:
        return [f"{s.word} {s.word3} {s.word}", "no", f"x{s.word3}{s.word3}"]

    program = "-e 's/{word}/{word2}/g' -e 's/{word3}/{word4}/g'"
    said = "replace {word} [by|with] {word2} and {word3} [by|with] {word4}"
    yield lines_task(
        "text.sed-two", f"sed -i {program} {{txt}}",
        [f"{said} in {{txt}}[|, in place]",
         "change {word} to {word2} and {word3} to {word4} in {txt}"],
        ["Replaces {word} by {word2} and {word3} by {word4} in {txt}, in place."], lines, both,
        into="txt", mac=f"sed -i '' {program} {{txt}}",
    )  # fmt: skip
    yield lines_task(
        "text.sed-two-shown", f"sed {program} {{txt}}",
        ["[print|show] {txt} with {word} replaced by {word2} and {word3} by {word4}"],
        ["Prints {txt} with {word} replaced by {word2} and {word3} by {word4}."], lines, both,
    )  # fmt: skip
    folder = "s|/{dir.raw}/|/{dir2.raw}/|g"
    for name, run, mac, say, into in (
        ("path", f"sed -i '{folder}' {{txt}}", f"sed -i '' '{folder}' {{txt}}",
         ["replace the path /{dir.raw}/ [by|with] /{dir2.raw}/ in {txt}",
          "change [every|all] /{dir.raw}/ to /{dir2.raw}/ in {txt}"], "txt"),
        ("path-shown", f"sed '{folder}' {{txt}}", None,
         ["[print|show] {txt} with the path /{dir.raw}/ replaced by /{dir2.raw}/"], ""),
    ):  # fmt: skip
        yield lines_task(
            f"text.sed-{name}", run, say, ["Replaces the path /{dir.raw}/ by /{dir2.raw}/ in {txt}"
                                           + (", in place." if into else " and prints the result.")],
            lambda s: [f"/a/{s.dir}/b {s.dir}", f"//{s.dir}/c"],
            lambda x, s: [v.replace(f"/{s.dir}/", f"/{s.dir2}/") for v in x], into=into,
            mac=mac,
        )  # fmt: skip
    yield lines_task(
        "text.sed-setting", "sed -i 's/^{variable}=.*/{variable}={word}/' {conf}",
        ["set {variable} to {word} in {conf}", "change the value of {variable} in {conf} to "
         "{word}", "[edit|update] {conf} so that {variable} is {word}"],
        ["Sets {variable} to {word} in {conf}."],
        lambda s: ["# x", f"{s.variable}=old value", f"X{s.variable}=1", f"{s.variable}2=y"],
        lambda x, s: [x[0], f"{s.variable}={s.word}", *x[2:]], file="conf", into="conf",
        mac="sed -i '' 's/^{variable}=.*/{variable}={word}/' {conf}", weight=1.5,
    )  # fmt: skip
    yield lines_task(
        "text.sed-get-setting", "sed -n 's/^{variable}=//p' {conf}",
        ["[print|show|get] the value of {variable} [in|from] {conf}"],
        ["Prints the value of {variable} in {conf}."],
        lambda s: ["# x", f"{s.variable}=the value", f"X{s.variable}=1", f"{s.variable}2=y"],
        lambda x, s: ["the value"], ["what is {variable} set to in {conf}?"], file="conf",
    )  # fmt: skip
    yield lines_task(
        "text.sed-nth", "sed 's/{word}/{word2}/2' {txt}",
        ["[print|show] {txt} with [only |]the second {word} [of|on] [each|every] line replaced by "
         "{word2}"],
        ["Prints {txt} with the second {word} of each line replaced by {word2}."],
        lambda s: [f"{s.word} {s.word} {s.word}", s.word],
        lambda x, s: [f"{s.word} {s.word2} {s.word}", s.word],
    )  # fmt: skip
    yield lines_task(
        "text.sed-ranges", "sed '{range}!d' {txt}",
        ["[print|show] {txt} but delete everything except lines {range}"],
        ["Prints only lines {range} of {txt}."], _MANY,
        lambda x, s: x[s.range[0] - 1 : s.range[1]], weight=0.3,
    )  # fmt: skip
    yield text_task(
        "text.sed-tree",
        ["replace {word} [by|with] {word2} in [all|all the|every one of the] {ext} files [in|under|"
         "below] {dir}[| and its subfolders|, recursively]"],
        "find {dir} -type f -name '*.{ext}' -exec sed -i 's/{word}/{word2}/g' {} +",
        ["Replaces every {word} by {word2} in the {ext} files of {dir} and below it."], _tree,
        _replaced_tree,
        mac="find {dir} -type f -name '*.{ext}' -exec sed -i '' 's/{word}/{word2}/g' {} +",
        weight=2,
    )  # fmt: skip
    yield text_task(
        "text.sed-tree-grep",
        ["replace {word} [by|with] {word2} in every file [in|under|below] {dir} that contains it",
         "replace {word} [by|with] {word2} in all files [under|below] {dir}[|, recursively]"],
        "grep -rlZ {word} {dir} | xargs -0 sed -i 's/{word}/{word2}/g'",
        ["Replaces every {word} by {word2} in all files below {dir} that contain it."],
        lambda world, s: [world.file(f"{s.dir}/{n}", [s.word, "x"]) for n in ("a.txt", "b c/d.py")],
        lambda world, s: [world.file(f"{s.dir}/{n}", [s.word2, "x"])
                          for n in ("a.txt", "b c/d.py")] and None,
        mac="grep -rl --null {word} {dir} | xargs -0 sed -i '' 's/{word}/{word2}/g'",
        weight=2,
    )  # fmt: skip


def _tree(world: World, s: Bound) -> None:
    for name in (f"a.{s.ext}", f"in/b.{s.ext}", "c.other", f"d.{s.ext}.bak"):
        world.file(f"{s.dir}/{name}", [f"{s.word} {s.word}", "x"])
    world.file(f"e.{s.ext}", [s.word])


def _replaced_tree(world: World, s: Bound) -> None:
    for name in (f"a.{s.ext}", f"in/b.{s.ext}"):
        world.file(f"{s.dir}/{name}", [f"{s.word2} {s.word2}", "x"])
