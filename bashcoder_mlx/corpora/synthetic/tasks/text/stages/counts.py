"""Stages that count items, all or equal ones."""

from collections import Counter

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import repeated
from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import Items, Stage, busy, ranked


def around_count(s: Bound) -> Items:
    """Items that occur as often as {count}, or once more or less, equal ones mostly apart."""
    times = {"otter": s.count + 1, "gecko": s.count, "heron": s.count - 1, "bison": s.count + 2}
    return [name for turn in range(s.count + 2) for name in times if times[name] > turn]


def _tally(items: Items) -> Items:
    return [f"{many:7d} {item}" for item, many in sorted(Counter(items).items())]


def _tally_folded(items: Items, s: Bound) -> Items:
    groups: dict[str, list[str]] = {}
    for item in items:
        groups.setdefault(item.lower(), []).append(item)
    return [f"{len(group):7d} {min(group)}" for _, group in sorted(groups.items())]


def _occurring(items: Items, low: int, high: int = 10**6) -> Items:
    return sorted(item for item, many in Counter(items).items() if low <= many <= high)


STAGES = (
    Stage(
        name="count",
        run="wc -l",
        say="""
            count the <things> <where>
            <show> the number of <things> <where>
            [find out|tell me] how many <things> there are <where>
        """,
        gist="counts them",
        noun="the number of <things> <where>",
        result=lambda x, s: f"{len(x)}\n",
        ask="""
            how many <things> are there <where>?
            number of <things> <where>
        """,
        common=True,
        single=True,
    ),
    Stage(
        name="distinct",
        run="sort -u",
        say="""
            <show> the [distinct|different|unique] <things> <where>
            <show> [each|every] <thing> <where> [only once|just once]
            [list|sort] the <things> <where>[,|] without duplicates
            [get|list] the <things> <where> with [duplicates|repeats] removed, sorted
        """,
        gist="sorts them and drops duplicates",
        noun="the distinct <things> <where>, sorted",
        result=lambda x, s: sorted(set(x)),
        ask="""
            [what|which] [different|distinct] <things> are there <where>?
            [distinct|unique] <things> <where>
        """,
        common=True,
        single=True,
    ),
    Stage(
        name="distinct-uniq",
        run="sort | uniq",
        say="""
            sort the <things> <where> and drop [duplicates|repeats] with uniq
            pipe the <things> <where> through sort and uniq
        """,
        ask="<things> <where>, sorted and without duplicates, with uniq",
        gist="sorts them and drops duplicates with uniq",
        result=lambda x, s: sorted(set(x)),
    ),
    Stage(
        name="rank-ascending",
        run="sort | uniq -c | sort -n",
        say="""
            <show> the <things> <where> with their counts, the [rarest|least frequent] first
            count each <thing> <where> and sort by [count|frequency], lowest first
        """,
        ask="<things> <where> by frequency, rarest first",
        gist="counts equal ones and sorts by the count, lowest first",
        result=lambda x, s: ranked(x, False),
        values=busy,
    ),
    Stage(
        name="count-distinct",
        run="sort -u | wc -l",
        say="""
            count the [distinct|different|unique] <things> <where>
            <show> the number of [distinct|different|unique] <things> <where>
            [find out|tell me] how many different <things> there are <where>
            count the <things> <where>[,|] without counting duplicates
        """,
        gist="drops duplicates and counts what is left",
        noun="the number of different <things> <where>",
        result=lambda x, s: f"{len(set(x))}\n",
        ask="""
            how many [different|distinct|unique] <things> are there <where>?
            number of [distinct|unique] <things> <where>
        """,
        common=True,
    ),
    Stage(
        name="tally",
        run="sort | uniq -c",
        say="""
            count how [often|many times] each <thing> [occurs|appears] <where>
            <show> how [often|many times] [each|every] <thing> [occurs|appears] <where>
            <show> the different <things> <where> with [their counts|a count of each]
        """,
        gist="sorts them and counts equal ones (uniq -c)",
        noun="how often each <thing> occurs <where>",
        result=lambda x, s: _tally(x),
        ask="""
            how often does each <thing> [occur|appear] <where>?
            count of each <thing> <where>
        """,
        values=busy,
        common=True,
    ),
    Stage(
        name="rank",
        run="sort | uniq -c | sort -rn",
        say="""
            rank the <things> <where> by [how often they occur|frequency]
            <show> the <things> <where> by frequency, the most [frequent|common] first
            count each <thing> <where> and sort by [count|frequency], highest first
            <show> the <things> <where> with their counts, most frequent first
        """,
        gist="counts equal ones and sorts by the count, highest first",
        noun="the <things> <where> with their counts, the most frequent first",
        result=lambda x, s: ranked(x),
        ask="""
            <things> <where> by frequency, most frequent first
            frequency of the <things> <where>, highest first
        """,
        values=busy,
        common=True,
    ),
    Stage(
        name="top",
        run="sort | uniq -c | sort -rn | head -n {count}",
        say="""
            <find> the {count} most [frequent|common] <things> <where>
            <find> the top {count} <things> <where><often>
            count each <thing> <where> and show the {count} [highest counts|most frequent]
        """,
        gist="counts equal ones and shows the {count} most frequent",
        noun="the {count} most frequent <things> <where> with their counts",
        result=lambda x, s: ranked(x)[: s.count],
        ask="""
            [what|which] are the {count} most [frequent|common] <things> <where>?
            top {count} <things> <where><often>
            {count} most common <things> <where>
        """,
        values=busy,
        common=True,
    ),
    Stage(
        name="most",
        run="sort | uniq -c | sort -rn | head -n 1",
        say="""
            <find> the most [frequent|common] <thing> <where>[| and its count]
            find the <thing> that [occurs|appears] [most often|most|most frequently] <where>
        """,
        gist="counts equal ones and shows the most frequent",
        noun="the most frequent <thing> <where> with its count",
        result=lambda x, s: ranked(x)[:1],
        ask="""
            [what is|which is] the most [frequent|common] <thing> <where>?
            which <thing> [occurs|appears] most often <where>?
            most common <thing> <where>
        """,
        values=busy,
        common=True,
    ),
    Stage(
        name="rarest",
        run="sort | uniq -c | sort -n | head -n {count}",
        say="""
            <find> the {count} [rarest|least frequent|least common] <things> <where>
            count each <thing> <where> and show the {count} lowest counts
        """,
        gist="counts equal ones and shows the {count} rarest",
        noun="the {count} least frequent <things> <where> with their counts",
        result=lambda x, s: ranked(x, False)[: s.count],
        ask="[what|which] are the {count} [rarest|least common] <things> <where>?",
        values=busy,
    ),
    Stage(
        name="top-bare",
        run="sort | uniq -c | sort -rn | head -n {count} | awk '{print $2}'",
        say="""
            <show> <only> the {count} most [frequent|common] <things> <where>, [without|not]
                their counts
            <show> the {count} most [frequent|common] <things> <where> without the counts
        """,
        gist="counts equal ones and prints the {count} most frequent without the counts",
        noun="the {count} most frequent <things> <where>",
        result=lambda x, s: [line.split()[1] for line in ranked(x)[: s.count]],
        values=busy,
        tokens=True,
    ),
    Stage(
        name="repeated",
        run="sort | uniq -d",
        say="""
            <find> the <things> <where> that [occur|appear] more than once
            <find> [|the ]duplicate <things> <where>
            <show> <only> the [repeated|duplicated] <things> <where>
        """,
        gist="sorts them and shows those that occur more than once (uniq -d)",
        noun="the <things> <where> that occur more than once",
        result=lambda x, s: _occurring(x, 2),
        ask="""
            [which|what] <things> [occur|appear] more than once <where>?
            duplicate <things> <where>
        """,
        common=True,
    ),
    Stage(
        name="count-repeated",
        run="sort | uniq -d | wc -l",
        say="""
            count the <things> <where> that [occur|appear] more than once
            <show> how many <things> <where> are duplicated
        """,
        gist="counts the ones that occur more than once",
        noun="how many <things> <where> occur more than once",
        result=lambda x, s: f"{len(_occurring(x, 2))}\n",
        ask="how many <things> [occur|appear] more than once <where>?",
    ),
    Stage(
        name="once",
        run="sort | uniq -u",
        say="""
            <find> the <things> <where> that [occur|appear] [only|exactly] once
            <find> the <things> <where> that are not repeated
        """,
        gist="sorts them and shows those that occur only once (uniq -u)",
        noun="the <things> <where> that occur exactly once",
        result=lambda x, s: _occurring(x, 1, 1),
        ask="""
            [which|what] <things> [occur|appear] [only|exactly] once <where>?
            <things> <where> that occur exactly once
        """,
        common=True,
    ),
    Stage(
        name="more-than",
        run="sort | uniq -c | awk '$1 > {count}'",
        say="""
            <find> the <things> <where> that [occur|appear] more than {count} times[|, with their
                counts]
            count each <thing> <where> and show those [seen|found] more than {count} times
        """,
        gist="counts equal ones and shows those with more than {count}",
        noun="the <things> <where> that occur more than {count} times, with their counts",
        result=lambda x, s: [line for line in _tally(x) if int(line.split()[0]) > s.count],
        ask="[which|what] <things> [occur|appear] more than {count} times <where>?",
        values=around_count,
        common=True,
    ),
    Stage(
        name="tally-case",
        run="sort -f | uniq -ci",
        say="""
            count how [often|many times] each <thing> [occurs|appears] <where>, ignoring case
            <show> a count of each <thing> <where>, [whatever its case|ignoring case]
        """,
        gist="counts equal ones without regard to case",
        result=_tally_folded,
        values=lambda s: [*repeated(5), "HERON", "otter", "Otter", "Heron"],
    ),
)
