"""Stages that calculate with numbers."""

from statistics import median

from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import numbers
from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import Stage, figures

STAGES = (
    Stage(
        name="largest",
        run="sort -rn | head -n {count}",
        say="""
            <find> the {count} [largest|highest|biggest] <things> <where>
            sort the <things> <where> numerically and show the {count} [largest|highest]
        """,
        gist="sorts them as numbers and shows the {count} largest",
        noun="the {count} largest <things> <where>",
        result=lambda x, s: sorted(x, key=int, reverse=True)[: s.count],
        ask="""
            [what|which] are the {count} [largest|highest] <things> <where>?
            {count} largest <things> <where>
        """,
        values=figures,
        numeric=True,
    ),
    Stage(
        name="smallest",
        run="sort -n | head -n {count}",
        say="""
            <find> the {count} [smallest|lowest] <things> <where>
            sort the <things> <where> numerically and show the {count} [smallest|lowest]
        """,
        gist="sorts them as numbers and shows the {count} smallest",
        noun="the {count} smallest <things> <where>",
        result=lambda x, s: sorted(x, key=int)[: s.count],
        ask="""
            [what|which] are the {count} [smallest|lowest] <things> <where>?
            {count} lowest <things> <where>
        """,
        values=figures,
        numeric=True,
    ),
    Stage(
        name="maximum",
        run="sort -n | tail -n 1",
        say="<find> the [largest|highest|biggest|maximum] <thing> <where>",
        gist="sorts them as numbers and shows the last",
        noun="the largest <thing> <where>",
        result=lambda x, s: [max(x, key=int)],
        ask="""
            [what is|which is] the [largest|highest|maximum] <thing> <where>?
            [largest|maximum] <thing> <where>
        """,
        values=figures,
        numeric=True,
    ),
    Stage(
        name="minimum",
        run="sort -n | head -n 1",
        say="<find> the [smallest|lowest|minimum] <thing> <where>",
        gist="sorts them as numbers and shows the first",
        noun="the smallest <thing> <where>",
        result=lambda x, s: [min(x, key=int)],
        ask="""
            [what is|which is] the [smallest|lowest|minimum] <thing> <where>?
            [smallest|minimum] <thing> <where>
        """,
        values=figures,
        numeric=True,
    ),
    Stage(
        name="total",
        run="awk '{s += $1} END {print s}'",
        say="""
            [add up|sum|sum up|total] the <things> <where>
            <compute> the [sum|total] of the <things> <where>
        """,
        gist="adds them up (awk)",
        noun="the sum of the <things> <where>",
        result=lambda x, s: f"{sum(map(int, x))}\n",
        ask="""
            [what is|how much is] the [sum|total] of the <things> <where>?
            [sum|total] of the <things> <where>
        """,
        values=figures,
        numeric=True,
    ),
    Stage(
        name="mean",
        run="awk '{s += $1} END {print s / NR}'",
        say="""
            <compute> the [average|mean] of the <things> <where>
            average the <things> <where>
        """,
        gist="computes their average (awk)",
        noun="the average of the <things> <where>",
        result=lambda x, s: f"{sum(map(int, x)) / len(x):.6g}\n",
        ask="""
            what is the [average|mean] of the <things> <where>?
            [average|mean] of the <things> <where>
        """,
        values=figures,
        numeric=True,
    ),
    Stage(
        name="median",
        run=(
            "sort -n | awk '{v[NR] = $1} "
            "END {print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2}'"
        ),
        say="<compute> the median of the <things> <where>",
        gist="sorts them as numbers and prints the one in the middle, or the mean of the two",
        noun="the median of the <things> <where>",
        result=lambda x, s: [f"{median(map(int, x)):g}"],
        ask="""
            what is the median of the <things> <where>?
            median of the <things> <where>
        """,
        values=lambda s: numbers(10),
        numeric=True,
    ),
    Stage(
        name="over",
        run="awk '$1 > {amount} {c++} END {print c + 0}'",
        say="""
            count the <things> <where> [above|over|greater than|larger than] {amount}
            <show> how many <things> <where> are [greater|larger] than {amount}
        """,
        gist="counts those above {amount}",
        noun="how many of the <things> <where> are greater than {amount}",
        result=lambda x, s: f"{sum(int(i) > s.amount for i in x)}\n",
        ask="how many <things> <where> are [greater than|above|over] {amount}?",
        values=lambda s: [str(s.amount + k) for k in (-1, 4, 0, 1, 50, -3)] + ["9999"],
        numeric=True,
    ),
)
