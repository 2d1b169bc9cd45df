"""Stages that filter, shorten or pick: greps with flags, parts of items, one of them."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import mixed, names
from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import Items, Stage


def _many(s: Bound) -> Items:
    """More than ten different items, some of them several times."""
    return [*names(14), *mixed()]


def _words(s: Bound) -> Items:
    """Items with the words, and near misses."""
    other = s.word3 if "word3" in s else "zebra"
    some = [s.word2, other, s.word2.swapcase(), f"a{other}b", s.word2[:-1]]
    return [*some, f"{s.word2}{other}", *names(9), "bison"]


def _has(s: Bound) -> Callable[[str], bool]:
    return lambda item: s.word2 in item or s.word3 in item


def _folded(s: Bound) -> Callable[[str], bool]:
    return lambda item: s.word2.lower() in item.lower()


STAGES = (
    Stage(
        name="containing-folded",
        run="grep -i {word2}",
        say="""
            <find> the <things> <where> that contain {word2} in [any|upper or lower] case
            <show> <only> those <things> <where> with {word2}, [ignoring case|whatever its case]
        """,
        gist="keeps those with {word2} in any case",
        noun="those of the <things> <where> that contain {word2} in any case",
        result=lambda x, s: [i for i in x if _folded(s)(i)],
        ask="which <things> <where> contain {word2}, upper or lower case?",
        values=_words,
        single=True,
    ),
    Stage(
        name="containing-number",
        run="grep {pid}",
        say="""
            <find> the <things> <where> that contain the number {pid}
            <show> <only> those <things> <where> with {pid} in them
        """,
        gist="keeps those with {pid}",
        noun="those of the <things> <where> that contain {pid}",
        result=lambda x, s: [i for i in x if str(s.pid) in i],
        ask="which <things> <where> contain {pid}?",
        values=lambda s: [f"{s.pid}", "otter", f"a{s.pid}b", f"{s.pid // 10}", f"0{s.pid}", "ox"],
        single=True,
    ),
    Stage(
        name="not-containing-folded",
        run="grep -vi {word2}",
        say="""
            <show> the <things> <where> that do not contain {word2} in any case
            [leave out|filter out|exclude] all with {word2} from the <things> <where>,
                [ignoring case|whatever its case]
        """,
        gist="drops those with {word2} in any case",
        noun="those of the <things> <where> without {word2} in any case",
        result=lambda x, s: [i for i in x if not _folded(s)(i)],
        ask="<things> <where> without {word2}, upper or lower case",
        values=lambda s: _words(s)[::-1],
        single=True,
    ),
    Stage(
        name="with-either",
        run="grep -E '{word2}|{word3}'",
        say="""
            <find> the <things> <where> that contain [|either ]{word2} or {word3}
            <show> <only> those <things> <where> with {word2} or {word3}
        """,
        gist="keeps those with {word2} or {word3}",
        noun="those of the <things> <where> that contain {word2} or {word3}",
        result=lambda x, s: [i for i in x if _has(s)(i)],
        ask="which <things> <where> contain {word2} or {word3}?",
        values=_words,
        single=True,
    ),
    Stage(
        name="with-neither",
        run="grep -vE '{word2}|{word3}'",
        say="""
            <show> the <things> <where> that contain neither {word2} nor {word3}
            [leave out|filter out|exclude] all with {word2} or {word3} from the <things> <where>
        """,
        gist="drops those with {word2} or {word3}",
        noun="those of the <things> <where> that contain neither {word2} nor {word3}",
        result=lambda x, s: [i for i in x if not _has(s)(i)],
        ask="<things> <where> with neither {word2} nor {word3}",
        values=lambda s: _words(s)[::-1],
        single=True,
    ),
    Stage(
        name="count-without",
        run="grep -vc {word2}",
        say="""
            count the <things> <where> that do not contain {word2}
            <show> how many of the <things> <where> lack {word2}
        """,
        gist="counts those without {word2}",
        noun="how many of the <things> <where> do not contain {word2}",
        result=lambda x, s: f"{sum(s.word2 not in i for i in x)}\n",
        ask="how many of the <things> <where> do not contain {word2}?",
        values=lambda s: _words(s)[::-1],
        single=True,
    ),
    Stage(
        name="first-ten",
        run="head",
        say="""
            <show> the first ten <things> <where>
            <show> <only> the first 10 of the <things> <where>
        """,
        gist="shows the first ten",
        noun="the first ten <things> <where>",
        result=lambda x, s: x[:10],
        ask="first 10 <things> <where>",
        values=_many,
        single=True,
    ),
    Stage(
        name="last-ten",
        run="tail",
        say="""
            <show> the last ten <things> <where>
            <show> <only> the last 10 of the <things> <where>
        """,
        gist="shows the last ten",
        noun="the last ten <things> <where>",
        result=lambda x, s: x[-10:],
        ask="last 10 <things> <where>",
        values=_many,
        single=True,
    ),
    Stage(
        name="random-one",
        run="shuf -n 1",
        say="""
            [pick|choose|print] one [of the <things> <where> at random|random <thing> <where>]
            draw one of the <things> <where> by lot
        """,
        gist="picks one of them at random",
        noun="one of the <things> <where>, picked at random",
        result=lambda x, s: x[:1],
        ask="a random <thing> <where>",
        values=lambda s: ["same"] * 5,
        mac="sort -R | head -n 1",
        single=True,
    ),
    Stage(
        name="mirrored",
        run="rev",
        say="""
            <show> the <things> <where> with the characters of each in reverse order
            reverse each of the <things> <where> [letter by letter|character by character]
        """,
        gist="writes each backwards",
        result=lambda x, s: [i[::-1] for i in x],
        ask="<things> <where>, each spelt backwards",
        single=True,
    ),
    Stage(
        name="starts",
        run="cut -c1-{few}",
        say="""
            <show> [<only> |]the first {few} characters of [each of the|the] <things> <where>
            [shorten|cut] the <things> <where> to {few} characters
        """,
        gist="cuts each after {few} characters",
        noun="the first {few} characters of the <things> <where>",
        result=lambda x, s: [i[: s.few] for i in x],
        ask="<things> <where>, [only|just] {few} characters of each",
        values=lambda s: ["yellowhammer", "rhinoceroses", "ox", "hippopotamus"],
        single=True,
    ),
    Stage(
        name="without-letter",
        run="tr -d {letter}",
        say="""
            <show> the <things> <where> with [every|each] {letter} [removed|deleted]
            [delete|remove] [every|each] {letter} from the <things> <where>
        """,
        gist="deletes every {letter}",
        noun="the <things> <where> without any {letter}",
        result=lambda x, s: [i.replace(s.letter, "") for i in x],
        ask="<things> <where>, no {letter} in them",
        values=lambda s: [f"x{s.letter}{s.letter}x", s.letter.upper() + "1", f"{s.letter}9"],
        single=True,
    ),
    Stage(
        name="but-the-last",
        run="sed '$d'",
        say="""
            <show> the <things> <where> without the last one
            <show> all but the last of the <things> <where>
        """,
        gist="drops the last",
        noun="the <things> <where> but for the last",
        result=lambda x, s: x[:-1],
        ask="<things> <where>, all except the last",
        single=True,
    ),
)
