"""Stages that write a file."""

from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import Stage, busy, ranked

STAGES = (
    Stage(
        name="save",
        run="> {txt3}",
        say="""
            [save|write|store] the <things> <where> [to|in] {txt3}
            [extract|copy] the <things> <where> [to|into] {txt3}
        """,
        gist="writes them to {txt3}",
        noun="the <things> <where> to {txt3}",
        result=lambda x, s: x,
        common=True,
        into="txt3",
        single=True,
    ),
    Stage(
        name="save-sorted",
        run="sort > {txt3}",
        say="""
            sort the <things> <where> and [save|write|store] them [to|in] {txt3}
            [save|write] the <things> <where>, sorted, [to|in] {txt3}
        """,
        gist="sorts them and writes them to {txt3}",
        noun="the <things> <where>, sorted, to {txt3}",
        result=lambda x, s: sorted(x),
        common=True,
        into="txt3",
    ),
    Stage(
        name="save-distinct",
        run="sort -u > {txt3}",
        say="""
            [save|write|store] the [distinct|different|unique] <things> <where> [to|in] {txt3}
            [extract|copy] the <things> <where> without duplicates [to|into] {txt3}
        """,
        gist="sorts them, drops duplicates and writes the rest to {txt3}",
        noun="the distinct <things> <where> to {txt3}",
        result=lambda x, s: sorted(set(x)),
        common=True,
        into="txt3",
    ),
    Stage(
        name="save-rank",
        run="sort | uniq -c | sort -rn > {txt3}",
        say="""
            count each <thing> <where>, sort by [count|frequency], highest first, and save the
                result [to|in] {txt3}
            [save|write] the <things> <where> with their counts, most frequent first, [to|in]
                {txt3}
        """,
        gist="counts equal ones, sorts by the count, highest first, and writes the list to {txt3}",
        result=lambda x, s: ranked(x),
        values=busy,
        into="txt3",
    ),
    Stage(
        name="tee-sorted",
        run="sort | tee {txt3}",
        say="""
            sort the <things> <where>, <show> them and also save them [to|in] {txt3}
            <show> the <things> <where>, sorted, and write them to {txt3} [too|as well]
        """,
        gist="sorts them, prints them and writes them to {txt3} (tee)",
        result=lambda x, s: sorted(x),
        into="txt3+",
    ),
)
