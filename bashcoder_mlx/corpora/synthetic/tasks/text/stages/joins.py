"""Stages that put several items on a line."""

from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import Stage, figures

STAGES = (
    Stage(
        name="commas",
        run="paste -sd, -",
        say="""
            [join|combine] the <things> <where> [with commas|into one comma-separated line]
            <show> the <things> <where> on one line, separated by commas
        """,
        gist="joins them with commas (paste)",
        noun="the <things> <where> on one line, separated by commas",
        result=lambda x, s: [",".join(x)],
        ask="<things> <where> on one line, separated by commas",
        common=True,
        single=True,
    ),
    Stage(
        name="blanks",
        run="paste -sd' ' -",
        say="""
            [join|combine] the <things> <where> into one line[, separated by|, with] spaces
            <show> the <things> <where> on one line, separated by spaces
        """,
        gist="joins them with spaces (paste)",
        noun="the <things> <where> on one line, separated by spaces",
        result=lambda x, s: [" ".join(x)],
        single=True,
    ),
    Stage(
        name="sorted-commas",
        run="sort | paste -sd, -",
        say="""
            sort the <things> <where> and join them with commas
            <show> the <things> <where>, sorted, on one line separated by commas
        """,
        gist="sorts them and joins them with commas",
        result=lambda x, s: [",".join(sorted(x))],
    ),
    Stage(
        name="distinct-commas",
        run="sort -u | paste -sd, -",
        say="""
            [join|combine] the [different|distinct|unique] <things> <where> with commas
            <show> the [different|distinct|unique] <things> <where> on one line, separated by
                commas
        """,
        gist="sorts them, drops duplicates and joins the rest with commas",
        noun="the distinct <things> <where> on one line, separated by commas",
        result=lambda x, s: [",".join(sorted(set(x)))],
        ask="comma-separated list of the distinct <things> <where>",
        common=True,
    ),
    Stage(
        name="plus",
        run="paste -sd+ - | bc",
        say="""
            [add up|sum] the <things> <where> with bc
            <compute> the sum of the <things> <where> [using|with] bc
        """,
        gist="joins them with plus signs and lets bc add them up",
        result=lambda x, s: f"{sum(map(int, x))}\n",
        values=figures,
        numeric=True,
    ),
    Stage(
        name="pairs",
        run="paste - -",
        say="""
            <show> the <things> <where> two per line
            [arrange|put] the <things> <where> in two columns, [two|2] on each line
        """,
        gist="puts two on each line (paste)",
        result=lambda x, s: ["\t".join((x + [""])[i : i + 2]) for i in range(0, len(x), 2)],
    ),
)
