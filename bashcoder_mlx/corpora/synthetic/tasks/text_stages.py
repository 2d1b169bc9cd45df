"""What pipelines do with items: order, count, select and change them, in English and in bash."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Result, any_order
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import mixed, numbers, repeated

Items = list[str]


@dataclass(frozen=True)
class Stage:
    """The later part of a pipeline. Templates name the items by `<things>`, `<thing>`, `<where>`.

    `values` gives the items to try it on, `result` what must come out of them.
    """

    name: str
    run: str
    say: Sequence[str]
    gist: str
    result: Callable[[Items, Bound], Result]
    ask: Sequence[str] = ()
    values: Callable[[Bound], Items] = lambda s: mixed()
    mac: str | None = None
    tokens: bool = False
    """Whether the items must be single words."""
    numeric: bool = False
    """Whether the items must be numbers."""
    common: bool = False
    """Whether it goes with every source, not just with the common ones."""
    into: str = ""
    """The slot of the file that the result goes to, if not to the output."""
    single: bool = False
    """Whether it is one everyday tool, so that plain files have a task of their own for it."""


def stages() -> list[Stage]:
    """Those that order and count."""
    return [*_orders(), *_counts()]


def figures(s: Bound) -> Items:
    """So many numbers that {count} of them are not all."""
    return numbers((s.count if "count" in s else 9) + 4)


def _orders() -> list[Stage]:
    return [
        Stage(
            "sort", "sort",
            ["sort the <things> <where>[| alphabetically| in alphabetical order]",
             "[list|show|print] the <things> <where> in [alphabetical|sorted] order",
             "[print|list|output] the <things> <where>, sorted"],
            "sorts them", lambda x, s: sorted(x),
            ["<things> <where>, sorted", "the <things> <where> in alphabetical order"],
            common=True, single=True,
        ),
        Stage(
            "sort-reverse", "sort -r",
            ["sort the <things> <where> in [reverse|descending] [|alphabetical ]order",
             "[list|show|print] the <things> <where> [from Z to A|in reverse alphabetical order]"],
            "sorts them in reverse order", lambda x, s: sorted(x, reverse=True),
            ["<things> <where>, sorted from Z to A"], single=True,
        ),
        Stage(
            "sort-number", "sort -n",
            ["sort the <things> <where> [numerically|as numbers|by numeric value]",
             "[list|show|print] the <things> <where> in numeric order, [smallest|lowest] first",
             "[list|show|print] the <things> <where> from [smallest to largest|low to high]"],
            "sorts them as numbers", lambda x, s: sorted(x, key=int),
            ["<things> <where> from the smallest to the largest"],
            values=figures, numeric=True, single=True,
        ),
        Stage(
            "sort-number-reverse", "sort -rn",
            ["sort the <things> <where> [numerically|as numbers], [largest|highest|biggest] first",
             "[list|show|print] the <things> <where> from [largest to smallest|high to low]",
             "[list|print] the <things> <where> in descending numeric order"],
            "sorts them as numbers, the largest first",
            lambda x, s: sorted(x, key=int, reverse=True),
            ["<things> <where> from the largest to the smallest"],
            values=figures, numeric=True, single=True,
        ),
        Stage(
            "reverse", "tac",
            ["[list|show|print] the <things> <where> in [reverse|opposite] order, last one first",
             "reverse the order of the <things> <where>",
             "[list|print] the <things> <where> [starting with the last|from last to first]"],
            "reverses their order", lambda x, s: x[::-1],
            ["<things> <where>, last one first"], mac="tail -r", single=True,
        ),
        Stage(
            "by-length", "awk '{print length, $0}' | sort -n | cut -d' ' -f2-",
            ["sort the <things> <where> by [their length|length], shortest first",
             "[list|print] the <things> <where> from [shortest to longest|short to long]",
             "order the <things> <where> by [their length|number of characters]"],
            "sorts them by length, the shortest first",
            lambda x, s: sorted(x, key=lambda i: (len(i), i)),
            ["<things> <where> by length"],
        ),
        Stage(
            "shuffle", "shuf",
            ["[print|list|show] the <things> <where> in [random|a random] order",
             "shuffle the <things> <where>"],
            "puts them into random order", lambda x, s: any_order(x),
            ["<things> <where> in random order"], mac="sort -R", single=True,
        ),
        Stage(
            "sample", "shuf -n {count}",
            ["[pick|choose|select|print] {count} [random <things>|<things> at random] <where>",
             "[draw|show] a random sample of {count} of the <things> <where>"],
            "picks {count} of them at random", lambda x, s: any_order(x),
            ["{count} random <things> <where>"], values=lambda s: ["same"] * s.count,
            mac="sort -R | head -n {count}", single=True,
        ),
    ]  # fmt: skip


def ranked(items: Items, reverse: bool = True) -> list[str]:
    """How often every item occurs, as `uniq -c` writes it, by number."""
    lines = [f"{many:7d} {item}" for item, many in Counter(items).items()]
    return sorted(lines, key=lambda line: (int(line.split()[0]), line), reverse=reverse)


def _tally(items: Items) -> list[str]:
    return [f"{many:7d} {item}" for item, many in sorted(Counter(items).items())]


def _tally_folded(items: Items, s: Bound) -> list[str]:
    groups: dict[str, list[str]] = {}
    for item in items:
        groups.setdefault(item.lower(), []).append(item)
    return [f"{len(group):7d} {min(group)}" for _, group in sorted(groups.items())]


def _once(items: Items, low: int, high: int) -> list[str]:
    return sorted(item for item, many in Counter(items).items() if low <= many <= high)


def busy(s: Bound) -> Items:
    """More different items than {count}, each another number of times."""
    return repeated(s.count + 3 if "count" in s else 7)


def _counts() -> list[Stage]:
    each = "sort | uniq -c"
    return [
        Stage(
            "count", "wc -l",
            ["count the <things> <where>", "[print|show] the number of <things> <where>",
             "[find out|tell me] how many <things> there are <where>"],
            "counts them", lambda x, s: f"{len(x)}\n",
            ["how many <things> are there <where>?", "number of <things> <where>"],
            common=True, single=True,
        ),
        Stage(
            "distinct", "sort -u",
            ["[list|show|print|get] the [distinct|different|unique] <things> <where>",
             "[list|show|print] [each|every] <thing> <where> [only once|just once]",
             "[list|sort] the <things> <where>[,|] without duplicates",
             "[get|list] the <things> <where> with [duplicates|repeats] removed, sorted"],
            "sorts them and drops duplicates", lambda x, s: sorted(set(x)),
            ["[what|which] [different|distinct] <things> are there <where>?",
             "[distinct|unique] <things> <where>"], common=True, single=True,
        ),
        Stage(
            "count-distinct", "sort -u | wc -l",
            ["count the [distinct|different|unique] <things> <where>",
             "[print|show] the number of [distinct|different|unique] <things> <where>",
             "[find out|tell me] how many different <things> there are <where>",
             "count the <things> <where>[,|] without counting duplicates"],
            "drops duplicates and counts what is left", lambda x, s: f"{len(set(x))}\n",
            ["how many [different|distinct|unique] <things> are there <where>?",
             "number of [distinct|unique] <things> <where>"], common=True,
        ),
        Stage(
            "tally", each,
            ["count how [often|many times] each <thing> [occurs|appears] <where>",
             "[show|print] how [often|many times] [each|every] <thing> [occurs|appears] <where>",
             "[list|print] the different <things> <where> with [their counts|a count of each]"],
            "sorts them and counts equal ones (uniq -c)", lambda x, s: _tally(x),
            ["how often does each <thing> [occur|appear] <where>?",
             "count of each <thing> <where>"], values=busy, common=True,
        ),
        Stage(
            "rank", f"{each} | sort -rn",
            ["rank the <things> <where> by [how often they occur|frequency]",
             "[list|show] the <things> <where> by frequency, the most [frequent|common] first",
             "count each <thing> <where> and sort by [count|frequency], highest first",
             "[show|print] the <things> <where> with their counts, most frequent first"],
            "counts equal ones and sorts by the count, highest first", lambda x, s: ranked(x),
            ["<things> <where> by frequency, most frequent first",
             "frequency of the <things> <where>, highest first"], values=busy, common=True,
        ),
        Stage(
            "top", f"{each} | sort -rn | head -n {{count}}",
            ["[show|print|list|find|give me] the {count} most [frequent|common] <things> <where>",
             "[show|find|list] the top {count} <things> <where><often>",
             "count each <thing> <where> and show the {count} [highest counts|most frequent]"],
            "counts equal ones and shows the {count} most frequent",
            lambda x, s: ranked(x)[: s.count],
            ["[what|which] are the {count} most [frequent|common] <things> <where>?",
             "top {count} <things> <where><often>", "{count} most common <things> <where>"],
            values=busy, common=True,
        ),
        Stage(
            "most", f"{each} | sort -rn | head -n 1",
            ["[show|print|find] the most [frequent|common] <thing> <where>[| and its count]",
             "find the <thing> that [occurs|appears] [most often|most|most frequently] <where>"],
            "counts equal ones and shows the most frequent", lambda x, s: ranked(x)[:1],
            ["[what is|which is] the most [frequent|common] <thing> <where>?",
             "which <thing> [occurs|appears] most often <where>?", "most common <thing> <where>"],
            values=busy, common=True,
        ),
        Stage(
            "rarest", f"{each} | sort -n | head -n {{count}}",
            ["[show|print|list|find] the {count} [rarest|least frequent|least common] <things> "
             "<where>", "count each <thing> <where> and show the {count} lowest counts"],
            "counts equal ones and shows the {count} rarest",
            lambda x, s: ranked(x, False)[: s.count],
            ["[what|which] are the {count} [rarest|least common] <things> <where>?"],
            values=busy,
        ),
        Stage(
            "top-bare", f"{each} | sort -rn | head -n {{count}} | awk '{{print $2}}'",
            ["[print|list] [just|only] the {count} most [frequent|common] <things> <where>, "
             "[without|not] their counts",
             "[print|list] the {count} most [frequent|common] <things> <where> without the counts"],
            "counts equal ones and prints the {count} most frequent without the counts",
            lambda x, s: [line.split()[1] for line in ranked(x)[: s.count]],
            values=busy, tokens=True,
        ),
        Stage(
            "repeated", "sort | uniq -d",
            ["[list|show|find|print] the <things> <where> that [occur|appear] more than once",
             "[find|list|show|get] [|the ]duplicate <things> <where>",
             "[print|show] [only|just] the [repeated|duplicated] <things> <where>"],
            "sorts them and shows those that occur more than once (uniq -d)",
            lambda x, s: _once(x, 2, 10**6),
            ["[which|what] <things> [occur|appear] more than once <where>?",
             "duplicate <things> <where>"], common=True,
        ),
        Stage(
            "count-repeated", "sort | uniq -d | wc -l",
            ["count the <things> <where> that [occur|appear] more than once",
             "[print|show] how many <things> <where> are duplicated"],
            "counts the ones that occur more than once",
            lambda x, s: f"{len(_once(x, 2, 10**6))}\n",
            ["how many <things> [occur|appear] more than once <where>?"],
        ),
        Stage(
            "once", "sort | uniq -u",
            ["[list|show|find|print] the <things> <where> that [occur|appear] [only|exactly] once",
             "[print|show|find] the <things> <where> that are not repeated"],
            "sorts them and shows those that occur only once (uniq -u)",
            lambda x, s: _once(x, 1, 1),
            ["[which|what] <things> [occur|appear] [only|exactly] once <where>?",
             "<things> <where> that occur exactly once"], common=True,
        ),
        Stage(
            "more-than", f"{each} | awk '$1 > {{count}}'",
            ["[list|show|find] the <things> <where> that [occur|appear] more than {count} times"
             "[|, with their counts]",
             "count each <thing> <where> and show those [seen|found] more than {count} times"],
            "counts equal ones and shows those with more than {count}",
            lambda x, s: [line for line in _tally(x) if int(line.split()[0]) > s.count],
            ["[which|what] <things> [occur|appear] more than {count} times <where>?"],
            values=busy, common=True,
        ),
        Stage(
            "tally-case", "sort -f | uniq -ci",
            ["count how [often|many times] each <thing> [occurs|appears] <where>, ignoring case",
             "[show|print] a count of each <thing> <where>, [whatever its case|ignoring case]"],
            "counts equal ones without regard to case",
            _tally_folded, values=lambda s: [*repeated(5), "HERON", "otter", "Otter", "Heron"],
        ),
    ]  # fmt: skip
