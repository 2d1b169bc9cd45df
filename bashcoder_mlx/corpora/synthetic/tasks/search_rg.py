"""Searching text with ripgrep."""

import re
from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.search_parts import TEXTS
from bashcoder_mlx.corpora.synthetic.tasks.search_special import tree
from bashcoder_mlx.trial.world import World


def tasks() -> Iterator[Task]:
    """All tasks of this family."""

    def shown(world: World, s: Bound) -> list[tuple[str, int, str]]:
        top = s.dir if "dir" in s else "."
        return [(p, n, x) for p in world.files(top) for n, x in enumerate(world[p].lines, 1)]

    with_rg = "[with ripgrep|with rg|using ripgrep|using rg]"
    for place, text in (("", "in this folder and below"), (" {dir}", "in {dir}")):
        for key, flag, say, oracle in (
            (
                "plain",
                "",
                "search [|all ]files TEXT for {word}",
                lambda p, n, x, s: f"{p}:{x}" if s.word in x else "",
            ),
            (
                "any-case",
                "-i ",
                "search [|all ]files TEXT for {word} [ignoring case|in any case]",
                lambda p, n, x, s: f"{p}:{x}" if s.word.lower() in x.lower() else "",
            ),
            (
                "numbered",
                "-n ",
                "search [|all ]files TEXT for {word} with line numbers",
                lambda p, n, x, s: f"{p}:{n}:{x}" if s.word in x else "",
            ),
            (
                "names",
                "-l ",
                "[list|find] [the |]files TEXT that contain {word}",
                lambda p, n, x, s: p if s.word in x else "",
            ),
            (
                "whole",
                "-w ",
                "search [|all ]files TEXT for the whole word {word}",
                lambda p, n, x, s: f"{p}:{x}" if re.search(rf"\b{s.word}\b", x) else "",
            ),
            (
                "glob",
                "-g {kind} ",
                "search [the |all |]{kind} TEXT for {word}",
                lambda p, n, x, s: f"{p}:{x}" if s.word in x and p.endswith(f".{s.kind}") else "",
            ),
        ):
            yield Task(
                name=f"search.rg-{key}{'-dir' if place else ''}",
                say=[
                    f"{say.replace('TEXT', text)} {with_rg}",
                    f"use [ripgrep|rg] to {say.replace('TEXT', text)}",
                ],
                run=f"rg {flag}{{word}}{place}",
                explain=[
                    say.replace("TEXT", text)
                    .replace("[list|find]", "Lists")
                    .replace("search", "Searches")
                    + " by means of ripgrep."
                ],
                setup=_setup,
                slots=TEXTS,
                before="exec </dev/null",
                expect=lambda world, s, o=oracle: any_order(
                    _unique([o(p, n, x, s) for p, n, x in shown(world, s)])
                ),
            )


def _setup(world: World, s: Bound) -> None:
    tree(world, s)
    ending = s.kind if "kind" in s else "txt"
    world.file(f"{s.dir if 'dir' in s else '.'}/k.{ending}", [f"{s.word}s", f"a {s.word}"])


def _unique(lines: Sequence[str]) -> list[str]:
    """Without empty ones; names once each."""
    found = [line for line in lines if line]
    return found if any(":" in line for line in found) else sorted(set(found))
