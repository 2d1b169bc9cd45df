"""Stages that ask how often items occur, or how long they are."""

from collections import Counter

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import repeated
from bashcoder_mlx.corpora.synthetic.tasks.text.stages.counts import around_count
from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import Items, Stage, busy, ranked


def _often(items: Items, low: int, high: int = 10**6) -> Items:
    """The items that occur so often, with their counts as `uniq -c` writes them."""
    counted = sorted(Counter(items).items())
    return [f"{many:7d} {item}" for item, many in counted if low <= many <= high]


def _lengths(items: Items, s: Bound) -> Items:
    """How many items there are of each length."""
    return [f"{many:7d} {size}" for size, many in sorted(Counter(map(len, items)).items())]


def _uneven(s: Bound) -> Items:
    """Items of one to twelve characters."""
    return ["otter", "ox", "heron", "a", "yellowhammer", "ermine", "yak", "toad", "emu", "elk"]


STAGES = (
    Stage(
        name="count-once",
        run="sort | uniq -u | wc -l",
        say="""
            count the <things> <where> that occur [only once|exactly once]
            <show> how many <things> <where> are not repeated
            [find out|tell me] how many <things> occur a single time <where>
        """,
        gist="counts those that are there once",
        noun="how many <things> <where> occur only once",
        result=lambda x, s: f"{sum(many == 1 for many in Counter(x).values())}\n",
        ask="""
            how many <things> <where> are there only once?
            number of <things> <where> without a second one
        """,
        values=lambda s: ["otter", "lynx", "otter", "mink", "mink", "lynx", "koala"],
    ),
    Stage(
        name="exactly",
        run="sort | uniq -c | awk '$1 == {count}'",
        say="""
            <show> the <things> <where> that occur exactly {count} times
            [list|find] each <thing> <where> that is there {count} times, no more and no less
        """,
        gist="counts equal ones and shows those with a count of {count}",
        noun="the <things> <where> that occur exactly {count} times",
        result=lambda x, s: _often(x, s.count, s.count),
        ask="""
            which <things> <where> occur exactly {count} times?
            <things> <where> with a count of {count}
        """,
        values=around_count,
    ),
    Stage(
        name="at-least",
        run="sort | uniq -c | awk '$1 >= {count}'",
        say="""
            <show> the <things> <where> that occur at least {count} times
            [list|find] each <thing> <where> that is there {count} times or more, with its count
        """,
        gist="counts equal ones and shows those with a count of {count} or more",
        noun="the <things> <where> that occur {count} times or more",
        result=lambda x, s: _often(x, s.count),
        ask="""
            which <things> <where> occur {count} times or more?
            <things> <where> with a count of at least {count}
        """,
        values=around_count,
    ),
    Stage(
        name="lengths",
        run="awk '{print length}' | sort -n | uniq -c",
        say="""
            count the <things> <where> by [their |]length
            <show> how many <things> of each length there are <where>
            make a histogram of the lengths of the <things> <where>
        """,
        gist="counts them by their length",
        noun="how many <things> of each length there are <where>",
        result=_lengths,
        ask="""
            how many <things> <where> have which length?
            lengths of the <things> <where>, with counts
        """,
        values=_uneven,
    ),
    Stage(
        name="rank-bare",
        run="sort | uniq -c | sort -rn | awk '{print $2}'",
        say="""
            <show> the [different |]<things> <where>, most frequent first, without [the |]counts
            sort the <things> <where> by how often they occur and [drop|leave out] the counts
        """,
        gist="sorts them by how often they occur, without the counts",
        noun="the different <things> <where> by frequency",
        result=lambda x, s: [line.split()[1] for line in ranked(x)],
        ask="""
            <things> <where> from the most to the least frequent, no counts
            <things> <where> in order of frequency, only they themselves
        """,
        values=busy,
        tokens=True,
    ),
    Stage(
        name="sorted-blanks",
        run="sort | paste -sd' ' -",
        say="""
            sort the <things> <where> and put them on one line[, separated by spaces|]
            <show> the sorted <things> <where> on a single line with spaces between them
        """,
        gist="sorts them and joins them by blanks",
        noun="the sorted <things> <where> on one line",
        result=lambda x, s: " ".join(sorted(x)) + "\n",
        ask="<things> <where> in order, on one line, a space between them",
    ),
    Stage(
        name="all-repeated",
        run="sort | uniq -D",
        say="""
            <show> every copy of the <things> <where> that occur more than once
            sort the <things> <where> and [show|print] all copies of the repeated ones
        """,
        gist="sorts them and shows all copies of those that are repeated",
        noun="every copy of the repeated <things> <where>",
        result=lambda x, s: sorted(item for item in x if x.count(item) > 1),
        ask="<things> <where> that are there twice or more, each as often as it is there",
    ),
    Stage(
        name="by-length-reverse",
        run="awk '{print length, $0}' | sort -rn | cut -d' ' -f2-",
        say="""
            sort the <things> <where> by [their |]length, [the |]longest first
            <show> the <things> <where> from the longest to the shortest
        """,
        gist="sorts them by length, the longest first",
        noun="the <things> <where>, the longest first",
        result=lambda x, s: sorted(x, key=lambda item: (-len(item), [-ord(c) for c in item])),
        ask="<things> <where> by length, longest first",
        values=_uneven,
    ),
    Stage(
        name="top-ten",
        run="sort | uniq -c | sort -rn | head",
        say="""
            <show> the ten most [frequent|common] <things> <where>, with their counts
            count equal <things> <where> and show the top ten[ by count|]
        """,
        gist="counts equal ones and shows the ten most frequent",
        noun="the ten most frequent <things> <where>",
        result=lambda x, s: ranked(x)[:10],
        ask="""
            top ten of the <things> <where> by frequency
            which ten <things> are the most frequent <where>?
        """,
        values=lambda s: repeated(14),
        common=True,
    ),
)
