"""What is done with an array: in bash, in English and in Python."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import ANY, Bound


@dataclass(frozen=True)
class Use:
    """What is done with an array: <a> is its name, and <b> its second element."""

    key: str
    run: str
    do: str
    shown: Callable[[list[str], Bound], Sequence]
    what: str = "words numbers files"
    system: str = ANY
    weight: float = 1.0
    at_least: int = 2


def _row(items: Sequence[object]) -> list[str]:
    return [" ".join(map(str, items))]


def _numbers(items: Sequence[str]) -> list[int]:
    return sorted(map(int, items))


_EACH = """printf '%s\\n' "${<a>[@]}\""""
_IS = '[[ " ${<a>[*]} " == *" %s "* ]]'
USES = (
    Use("first", 'echo "${<a>[0]}"', "<print> its first element", lambda a, s: a[:1]),
    Use("second", 'echo "${<a>[1]}"', "<print> its second element", lambda a, s: a[1:2]),
    Use(
        "last",
        'echo "${<a>[-1]}"',
        "<print> its last element",
        lambda a, s: a[-1:],
        system="linux",
    ),
    Use(
        "last-slice",
        'echo "${<a>[@]: -1}"',
        "<print> the last element by a slice",
        lambda a, s: a[-1:],
    ),
    Use(
        "length",
        'echo "${#<a>[@]}"',
        "<print> [how many elements it has|its length|the number of its elements]",
        lambda a, s: [len(a)],
        weight=2,
    ),
    Use("all", 'echo "${<a>[@]}"', "<print> all its elements on one line", lambda a, s: _row(a)),
    Use("lines", _EACH, "<print> its elements one per line", lambda a, s: a),
    Use(
        "rest",
        'echo "${<a>[@]:1}"',
        "<print> [all but the first element|all elements after the first]",
        lambda a, s: _row(a[1:]),
    ),
    Use(
        "two",
        'echo "${<a>[@]:0:2}"',
        "<print> its first two elements",
        lambda a, s: _row(a[:2]),
        at_least=3,
    ),
    Use(
        "indices",
        'echo "${!<a>[@]}"',
        "<print> its [indices|keys]",
        lambda a, s: _row(range(len(a))),
    ),
    Use(
        "commas",
        '(IFS=,; echo "${<a>[*]}")',
        "<print> its elements joined by commas, in a subshell",
        lambda a, s: [",".join(a)],
    ),
    Use(
        "commas-set",
        'IFS=,; echo "${<a>[*]}"',
        "<join> its elements with commas [by IFS|by setting IFS] and <print> them",
        lambda a, s: [",".join(a)],
    ),
    Use(
        "paste",
        f"{_EACH} | paste -sd, -",
        "<print> its elements joined by commas, with paste",
        lambda a, s: [",".join(a)],
    ),
    Use("sorted", f"{_EACH} | sort", "<print> it sorted", lambda a, s: sorted(a), "words files"),
    Use(
        "descending",
        f"{_EACH} | sort -r",
        "<print> it in reverse alphabetical order",
        lambda a, s: sorted(a, reverse=True),
        "words",
    ),
    Use(
        "reversed",
        f"{_EACH} | tac",
        "<print> it [from the last element to the first|in reverse order, last element first]",
        lambda a, s: a[::-1],
        system="linux",
    ),
    Use(
        "numeric",
        f"{_EACH} | sort -n",
        "<print> it sorted[ by value|], smallest first",
        lambda a, s: _numbers(a),
        "numbers",
    ),
    Use(
        "numeric-down",
        f"{_EACH} | sort -rn",
        "<print> it sorted[ by value|], largest first",
        lambda a, s: _numbers(a)[::-1],
        "numbers",
    ),
    Use(
        "by-value-largest",
        f"{_EACH} | sort -n | tail -n 1",
        "<print> [the largest of them|its maximum]",
        lambda a, s: _numbers(a)[-1:],
        "numbers",
    ),
    Use(
        "largest-head",
        f"{_EACH} | sort -rn | head -n 1",
        "<print> the largest of them by sort and head",
        lambda a, s: _numbers(a)[-1:],
        "numbers",
    ),
    Use(
        "smallest",
        f"{_EACH} | sort -n | head -n 1",
        "<print> [the smallest of them|its minimum]",
        lambda a, s: _numbers(a)[:1],
        "numbers",
    ),
    Use(
        "sum",
        'IFS=+; echo "$((${<a>[*]}))"',
        "<print> [the sum of its elements|what they add up to]",
        lambda a, s: [sum(_numbers(a))],
        "numbers",
    ),
    Use(
        "sum-bc",
        f"{_EACH} | paste -sd+ - | bc",
        "<print> the sum of its elements with bc",
        lambda a, s: [sum(_numbers(a))],
        "numbers",
    ),
    Use(
        "sum-two",
        "echo $((<a>[0] + <a>[1]))",
        "<print> the sum of its first two elements",
        lambda a, s: [int(a[0]) + int(a[1])],
        "numbers",
    ),
    Use(
        "upper",
        'echo "${<a>[@]^^}"',
        "<print> all its elements in upper case",
        lambda a, s: _row([item.upper() for item in a]),
        "words",
        system="linux",
    ),
    Use(
        "letters",
        'echo "${#<a>[0]}"',
        "<print> how [long the first element is|many characters the first element has]",
        lambda a, s: [len(a[0])],
        "words files",
    ),
    Use(
        "stems",
        'echo "${<a>[@]%.*}"',
        "<print> its elements without their [extensions|endings]",
        lambda a, s: _row([item.rpartition(".")[0] for item in a]),
        "files",
    ),
    Use(
        "append",
        '<a>+=({word9}); echo "${<a>[@]}"',
        "<append> {word9} to it and <print> [it all|all elements]",
        lambda a, s: _row([*a, s.word9]),
        "words",
        weight=2,
    ),
    Use(
        "append-number",
        '<a>+=({n9}); echo "${<a>[@]}"',
        "<append> {n9} to it and <print> [it all|all elements]",
        lambda a, s: _row([*a, s.n9]),
        "numbers",
        weight=2,
    ),
    Use(
        "append-lines",
        f"<a>+=({{word9}}); {_EACH}",
        "<append> {word9} to it and <print> its elements, one per line",
        lambda a, s: [*a, s.word9],
        "words files",
    ),
    Use(
        "append-count",
        '<a>+=({word9}); echo "${#<a>[@]}"',
        "<append> {word9} to it and <print> its new length",
        lambda a, s: [len(a) + 1],
        "words files",
    ),
    Use(
        "prepend",
        '<a>=({word9} "${<a>[@]}"); echo "${<a>[@]}"',
        "<insert> {word9} at its [front|beginning|start] and <print> all elements",
        lambda a, s: _row([s.word9, *a]),
        "words",
    ),
    Use(
        "replace",
        '<a>[1]={word9}; echo "${<a>[@]}"',
        "<replace> its second element by {word9} and <print> all elements",
        lambda a, s: _row([a[0], s.word9, *a[2:]]),
        "words",
    ),
    Use(
        "remove",
        "unset '<a>[1]'; echo \"${<a>[@]}\"",
        "<remove> its second element and <print> the [others|rest]",
        lambda a, s: _row([a[0], *a[2:]]),
    ),
    Use(
        "remove-count",
        "unset '<a>[0]'; echo \"${#<a>[@]}\"",
        "<remove> its first element and <print> how many are left",
        lambda a, s: [len(a) - 1],
    ),
    Use(
        "exchange",
        'echo "${<a>[1]} ${<a>[0]}"',
        "<print> its second element and then the first",
        lambda a, s: _row([a[1], a[0]]),
    ),
    Use(
        "copy",
        'copy=("${<a>[@]}"); echo "${copy[@]}"',
        "<copy> it to an array copy and <print> [that|the copy]",
        lambda a, s: _row(a),
    ),
    Use(
        "member",
        f"if {_IS % '{word9.raw}'}; then echo yes; else echo no; fi",
        "<use> an if to print yes if {word9} is one of its elements, else no",
        lambda a, s: ["no"],
        "words",
    ),
    Use(
        "contains",
        f"{_IS % '<b>'} && echo yes || echo no",
        "<print> yes if <b> is one of its elements, else no",
        lambda a, s: ["yes"],
        weight=1.5,
    ),
    Use(
        "grep",
        f"{_EACH} | grep -qx '<b>' && echo yes || echo no",
        "<check> with grep whether <b> is in it, <print> yes or no",
        lambda a, s: ["yes"],
        "words",
    ),
    Use(
        "joined",
        'v="${<a>[*]}"; echo "$v"',
        "<store> its elements as one string in v and <print> it",
        lambda a, s: _row(a),
    ),
)
