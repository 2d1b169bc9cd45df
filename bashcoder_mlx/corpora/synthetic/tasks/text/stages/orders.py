"""Stages that bring items into an order."""

from bashcoder_mlx.corpora.synthetic.task import any_order
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import mixed
from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import Stage, figures

STAGES = (
    Stage(
        name="sort",
        run="sort",
        say="""
            sort the <things> <where>[| alphabetically| in alphabetical order]
            <show> the <things> <where> in [alphabetical|sorted] order
            <show> the <things> <where>, sorted
        """,
        gist="sorts them",
        noun="the <things> <where> in alphabetical order",
        result=lambda x, s: sorted(x),
        ask="""
            <things> <where>, sorted
            the <things> <where> in alphabetical order
        """,
        common=True,
        single=True,
    ),
    Stage(
        name="sort-reverse",
        run="sort -r",
        say="""
            sort the <things> <where> in [reverse|descending] [|alphabetical ]order
            <show> the <things> <where> [from Z to A|in reverse alphabetical order]
        """,
        gist="sorts them in reverse order",
        noun="the <things> <where> in reverse alphabetical order",
        result=lambda x, s: sorted(x, reverse=True),
        ask="<things> <where>, sorted from Z to A",
        single=True,
    ),
    Stage(
        name="sort-number",
        run="sort -n",
        say="""
            sort the <things> <where> [numerically|as numbers|by numeric value]
            <show> the <things> <where> in numeric order, [smallest|lowest] first
            <show> the <things> <where> from [smallest to largest|low to high]
        """,
        gist="sorts them as numbers",
        noun="the <things> <where> from the smallest to the largest",
        result=lambda x, s: sorted(x, key=int),
        ask="<things> <where> from the smallest to the largest",
        values=figures,
        numeric=True,
        single=True,
    ),
    Stage(
        name="sort-number-reverse",
        run="sort -rn",
        say="""
            sort the <things> <where> [numerically|as numbers], [largest|highest|biggest] first
            <show> the <things> <where> from [largest to smallest|high to low]
            <show> the <things> <where> in descending numeric order
        """,
        gist="sorts them as numbers, the largest first",
        noun="the <things> <where> from the largest to the smallest",
        result=lambda x, s: sorted(x, key=int, reverse=True),
        ask="<things> <where> from the largest to the smallest",
        values=figures,
        numeric=True,
        single=True,
    ),
    Stage(
        name="reverse",
        run="tac",
        say="""
            <show> the <things> <where> in [reverse|opposite] order, last one first
            reverse the order of the <things> <where>
            <show> the <things> <where> [starting with the last|from last to first]
        """,
        gist="reverses their order",
        noun="the <things> <where> in reverse order",
        result=lambda x, s: x[::-1],
        ask="<things> <where>, last one first",
        mac="tail -r",
        single=True,
    ),
    Stage(
        name="by-length",
        run="awk '{print length, $0}' | sort -n | cut -d' ' -f2-",
        say="""
            sort the <things> <where> by [their length|length], shortest first
            <show> the <things> <where> from [shortest to longest|short to long]
            order the <things> <where> by [their length|number of characters]
        """,
        gist="sorts them by length, the shortest first",
        noun="the <things> <where>, the shortest first",
        result=lambda x, s: sorted(x, key=lambda i: (len(i), i)),
        values=lambda s: [*mixed(), "rhinoceroses", "z" * 100],
        ask="<things> <where> by length",
    ),
    Stage(
        name="shuffle",
        run="shuf",
        say="""
            <show> the <things> <where> in [random|a random] order
            shuffle the <things> <where>
        """,
        gist="puts them into random order",
        noun="the <things> <where> in random order",
        result=lambda x, s: any_order(x),
        ask="<things> <where> in random order",
        mac="sort -R",
        single=True,
    ),
    Stage(
        name="sample",
        run="shuf -n {count}",
        say="""
            [pick|choose|select|print] {count} [random <things>|<things> at random] <where>
            [draw|show] a random sample of {count} of the <things> <where>
        """,
        gist="picks {count} of them at random",
        noun="{count} random <things> <where>",
        result=lambda x, s: any_order(x[: s.count]),
        ask="{count} random <things> <where>",
        values=lambda s: ["same"] * (s.count + 5),
        mac="sort -R | head -n {count}",
        single=True,
    ),
)
