"""Stages that change the text of the items."""

from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import Stage, busy, ranked

STAGES = (
    Stage(
        name="upper",
        run="tr '[:lower:]' '[:upper:]'",
        say="""
            <show> the <things> <where> in [upper case|uppercase|capital letters]
            [convert|change] the <things> <where> to [upper case|uppercase]
        """,
        gist="turns them into upper case",
        result=lambda x, s: [i.upper() for i in x],
        ask="<things> <where>, in capitals",
        single=True,
    ),
    Stage(
        name="lower",
        run="tr '[:upper:]' '[:lower:]'",
        say="""
            <show> the <things> <where> in [lower case|lowercase|small letters]
            [convert|change] the <things> <where> to [lower case|lowercase]
        """,
        gist="turns them into lower case",
        result=lambda x, s: [i.lower() for i in x],
        ask="<things> <where>, in lower case",
        single=True,
    ),
    Stage(
        name="lower-distinct",
        run="tr '[:upper:]' '[:lower:]' | sort -u",
        say="""
            <show> the [different|distinct|unique] <things> <where>, ignoring case, in [lower
                case|lowercase]
            [convert|change] the <things> <where> to [lower case|lowercase], then sort them and
                drop duplicates
        """,
        gist="turns them into lower case, sorts them and drops duplicates",
        result=lambda x, s: sorted({i.lower() for i in x}),
        common=True,
    ),
    Stage(
        name="lower-count",
        run="tr '[:upper:]' '[:lower:]' | sort -u | wc -l",
        say="""
            count the [different|distinct|unique] <things> <where>, ignoring case
            <show> how many different <things> there are <where>, [ignoring case|treating upper
                and lower case as the same]
        """,
        gist="drops duplicates without regard to case and counts what is left",
        noun="the number of different <things> <where>, ignoring case",
        result=lambda x, s: f"{len({i.lower() for i in x})}\n",
        ask="how many different <things> are there <where>, ignoring case?",
    ),
    Stage(
        name="upper-sorted",
        run="tr '[:lower:]' '[:upper:]' | sort",
        say="""
            <show> the <things> <where> in [upper case|capitals], sorted
            [convert|change] the <things> <where> to upper case and sort them
        """,
        gist="turns them into upper case and sorts them",
        result=lambda x, s: sorted(i.upper() for i in x),
    ),
    Stage(
        name="lower-top",
        run="tr '[:upper:]' '[:lower:]' | sort | uniq -c | sort -rn | head -n {count}",
        say="""
            <find> the {count} most [frequent|common] <things> <where>, ignoring case
            <show> the top {count} <things> <where>, without regard to case
        """,
        gist="turns them into lower case, counts equal ones and shows the {count} most frequent",
        result=lambda x, s: ranked([i.lower() for i in x])[: s.count],
        values=lambda s: [i.upper() if k % 2 else i for k, i in enumerate(busy(s))],
    ),
    Stage(
        name="replaced",
        run="sed 's/{word2}/{word3}/g'",
        say="""
            <show> the <things> <where> with {word2} replaced by {word3}
            <show> the <things> <where>, [replacing|changing] {word2} [to|with] {word3}
        """,
        gist="replaces {word2} by {word3}",
        result=lambda x, s: [i.replace(s.word2, s.word3) for i in x],
        values=lambda s: [s.word2, "gecko", f"a{s.word2}{s.word2}", s.word2.swapcase()],
        single=True,
    ),
    Stage(
        name="prefixed",
        run="sed 's/^/{word2}-/'",
        say="""
            <show> the <things> <where> with {word2.raw}- in front of each
            [put|add] {word2.raw}- [before|in front of] each of the <things> <where>
        """,
        gist="puts {word2.raw}- in front of each",
        result=lambda x, s: [f"{s.word2}-{i}" for i in x],
        single=True,
    ),
    Stage(
        name="quoted",
        run="sed 's/.*/\"&\"/'",
        say="""
            <show> the <things> <where> in double quotes
            [put|wrap] each of the <things> <where> in double quotes
        """,
        gist="puts each in double quotes",
        result=lambda x, s: [f'"{i}"' for i in x],
        single=True,
    ),
    Stage(
        name="numbered",
        run="cat -n",
        say="""
            number [each of the|all the] <things> <where>
            <show> the <things> <where>, [numbered|each with a number]
        """,
        gist="numbers them",
        result=lambda x, s: [f"{k:6d}\t{i}" for k, i in enumerate(x, 1)],
        ask="numbered list of the <things> <where>",
        single=True,
    ),
    Stage(
        name="sorted-numbered",
        run="sort | cat -n",
        say="""
            sort and number the <things> <where>
            <show> the <things> <where>, sorted and numbered
        """,
        gist="sorts and numbers them",
        result=lambda x, s: [f"{k:6d}\t{i}" for k, i in enumerate(sorted(x), 1)],
    ),
    Stage(
        name="distinct-numbered",
        run="sort -u | cat -n",
        say="""
            <show> the [different|distinct] <things> <where>, [numbered|each with a number]
            make a numbered list of the [distinct|unique] <things> <where>
        """,
        gist="sorts them, drops duplicates and numbers the rest",
        result=lambda x, s: [f"{k:6d}\t{i}" for k, i in enumerate(sorted(set(x)), 1)],
    ),
)
