"""Stages that are asked for less often: other orders, other counts, other files."""

from collections import Counter
from itertools import groupby

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import text_of
from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import (
    Items,
    Stage,
    busy,
    figures,
    ranked,
)


def _runs(s: Bound) -> Items:
    """Equal items beside each other and apart."""
    return ["otter", "otter", "gecko", "otter", "heron", "heron", "heron", "gecko"]


def _adjacent(items: Items) -> Items:
    return [f"{len(list(same)):7d} {item}" for item, same in groupby(items)]


def _numbers(s: Bound) -> Items:
    """Numbers of one to four digits, some of them twice."""
    found = figures(s)
    return [*found, *found[2:5], *found[:2]]


STAGES = (
    Stage(
        name="numbers-once",
        run="sort -nu",
        say="""
            sort the <things> <where> [numerically|as numbers] and drop [duplicates|repeats]
            <show> the [different|distinct|unique] <things> <where> in numeric order
            <show> each of the <things> <where> once, from the smallest to the largest
        """,
        gist="sorts them as numbers without duplicates",
        noun="the different <things> <where> from the smallest to the largest",
        result=lambda x, s: sorted(set(x), key=int),
        ask="""
            [different|distinct|unique] <things> <where> in numeric order
            <things> <where> sorted by number, duplicates dropped
        """,
        values=_numbers,
        numeric=True,
    ),
    Stage(
        name="folded-order",
        run="sort -f",
        say="""
            sort the <things> <where>, [ignoring case|without regard to case]
            <show> the <things> <where> in alphabetical order, upper and lower case mixed
        """,
        gist="sorts them without regard to case",
        noun="the <things> <where> in alphabetical order, whatever their case",
        result=lambda x, s: sorted(x, key=lambda i: (i.upper(), i)),
        ask="<things> <where>, sorted, case ignored",
        values=lambda s: ["otter", "Gecko", "HERON", "bison", "Yak", "ibex"],
    ),
    Stage(
        name="first-in-order",
        run="sort | head -n 1",
        say="""
            <show> the alphabetically first <thing> <where>
            sort the <things> <where> and [show|print|keep] the first one
        """,
        gist="sorts them and shows the first",
        noun="the alphabetically first <thing> <where>",
        result=lambda x, s: sorted(x)[:1],
        ask="which <thing> <where> comes first in [alphabetical|sorted] order?",
    ),
    Stage(
        name="last-in-order",
        run="sort | tail -n 1",
        say="""
            <show> the alphabetically last <thing> <where>
            sort the <things> <where> and [show|print|keep] the last one
        """,
        gist="sorts them and shows the last",
        noun="the alphabetically last <thing> <where>",
        result=lambda x, s: sorted(x)[-1:],
        ask="which <thing> <where> comes last in [alphabetical|sorted] order?",
    ),
    Stage(
        name="last-distinct",
        run="sort -u | tail -n {count}",
        say="""
            <show> the last {count} [different|distinct|unique] <things> <where> in alphabetical
                order
            sort the <things> <where>, drop duplicates and show the last {count}
        """,
        gist="sorts them, drops duplicates and shows the last {count}",
        result=lambda x, s: sorted(set(x))[-s.count :],
        ask="last {count} distinct <things> <where> in sorted order",
        values=busy,
    ),
    Stage(
        name="adjacent",
        run="uniq",
        say="""
            <show> the <things> <where> without repeats [that follow each other|directly after
                each other]
            drop [adjacent|consecutive] duplicates from the <things> <where>
        """,
        gist="drops repeats that follow each other",
        result=lambda x, s: [item for item, _ in groupby(x)],
        ask="<things> <where>, consecutive duplicates dropped, not sorted",
        values=_runs,
        single=True,
    ),
    Stage(
        name="adjacent-count",
        run="uniq -c",
        say="""
            count the [adjacent|consecutive] repeats of the <things> <where>, without sorting
            <show> the <things> <where>, runs of equal ones as one with their number
        """,
        gist="counts equal ones that follow each other",
        result=lambda x, s: _adjacent(x),
        ask="<things> <where>, consecutive equal ones counted",
        values=_runs,
        single=True,
    ),
    Stage(
        name="words-in-all",
        run="wc -w",
        say="""
            count the words of the <things> <where>
            <show> how many words the <things> <where> have [together|in total]
        """,
        gist="counts their words",
        noun="how many words the <things> <where> have",
        result=lambda x, s: f"{len(' '.join(x).split())}\n",
        ask="""
            how many words are in the <things> <where>?
            number of words in the <things> <where>
        """,
        single=True,
    ),
    Stage(
        name="bytes-in-all",
        run="wc -c",
        say="""
            count the bytes of the <things> <where>
            <show> how many bytes the <things> <where> have [together|in total]
        """,
        gist="counts their bytes",
        result=lambda x, s: f"{len(text_of(x))}\n",
        ask="how many bytes are the <things> <where> altogether?",
        single=True,
    ),
    Stage(
        name="numbered-nl",
        run="nl",
        say="""
            number [each of the|all the] <things> <where> with nl
            <show> the <things> <where> numbered by nl
        """,
        gist="numbers them (nl)",
        result=lambda x, s: [f"{k:6d}\t{i}" for k, i in enumerate(x, 1)],
        ask="<things> <where>, numbered with nl",
        single=True,
    ),
    Stage(
        name="second-most",
        run="sort | uniq -c | sort -rn | sed -n 2p",
        say="""
            <find> the second most [frequent|common] <thing> <where>[| and its count]
            find the <thing> that is second in frequency <where>
        """,
        gist="counts equal ones and shows the second most frequent",
        noun="the second most frequent <thing> <where> with its count",
        result=lambda x, s: ranked(x)[1:2],
        ask="which <thing> is the second most common <where>?",
        values=busy,
    ),
    Stage(
        name="bottom",
        run="sort | uniq -c | sort -rn | tail -n {count}",
        say="""
            count each <thing> <where>, sort by [count|frequency], highest first, and show the
                last {count}
            <show> the {count} [rarest|least frequent] <things> <where>, the very rarest at the
                end
        """,
        gist="counts equal ones and shows the {count} rarest, the rarest last",
        result=lambda x, s: ranked(x)[-s.count :],
        ask="{count} rarest <things> <where>, the rarest last",
        values=busy,
    ),
    Stage(
        name="largest-last",
        run="sort -n | tail -n {count}",
        say="""
            <show> the {count} [largest|highest] <things> <where>, the largest last
            sort the <things> <where> as numbers and show the last {count}
        """,
        gist="sorts them as numbers and shows the last {count}",
        result=lambda x, s: sorted(x, key=int)[-s.count :],
        ask="{count} largest <things> <where>, ascending",
        values=figures,
        numeric=True,
    ),
    Stage(
        name="number-tally",
        run="sort -n | uniq -c",
        say="""
            count how often each <thing> occurs <where>, in numeric order
            <show> a count of each <thing> <where>, sorted by the value as a number
        """,
        gist="sorts them as numbers and counts equal ones",
        result=lambda x, s: [
            f"{many:7d} {item}"
            for item, many in sorted(Counter(x).items(), key=lambda i: int(i[0]))
        ],
        ask="counts of the <things> <where>, by value",
        values=_numbers,
        numeric=True,
    ),
    Stage(
        name="append",
        run=">> {txt3}",
        say="""
            [append|add] the <things> <where> to {txt3}
            [put|write] the <things> <where> at the end of {txt3}
        """,
        gist="appends them to {txt3}",
        noun="the <things> <where> to the end of {txt3}",
        result=lambda x, s: ["old", *x],
        into="txt3",
        single=True,
    ),
    Stage(
        name="tee",
        run="tee {txt3}",
        say="""
            <show> the <things> <where> and also save them [to|in] {txt3}
            [print|list] the <things> <where> and write them to {txt3} [too|as well]
        """,
        gist="prints them and writes them to {txt3} (tee)",
        result=lambda x, s: x,
        into="txt3+",
        single=True,
    ),
)
