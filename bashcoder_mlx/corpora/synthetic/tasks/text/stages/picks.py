"""Stages that select some of the items."""

from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import mixed, names
from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import Items, Stage, busy, enough


def _with(word: str) -> Items:
    """Items with the word, alone and within others, and near misses."""
    near = [word, "gecko", f"a{word}b", word.swapcase(), "bison", f"{word}9", word[1:]]
    return [*near, *names(9)]


STAGES = (
    Stage(
        name="first",
        run="head -n {count}",
        say="""
            <show> the first {count} <things> <where>
            <show> <only> the first {count} of the <things> <where>
        """,
        gist="shows the first {count}",
        noun="the first {count} <things> <where>",
        result=lambda x, s: x[: s.count],
        ask="""
            [what|which] are the first {count} <things> <where>?
            first {count} <things> <where>
        """,
        values=enough,
        common=True,
        single=True,
    ),
    Stage(
        name="last",
        run="tail -n {count}",
        say="""
            <show> the last {count} <things> <where>
            <show> <only> the last {count} of the <things> <where>
        """,
        gist="shows the last {count}",
        noun="the last {count} <things> <where>",
        result=lambda x, s: x[-s.count :],
        ask="""
            [what|which] are the last {count} <things> <where>?
            last {count} <things> <where>
        """,
        values=enough,
        common=True,
        single=True,
    ),
    Stage(
        name="first-one",
        run="head -n 1",
        say="""
            <show> the first <thing> <where>
            <show> <only> the first of the <things> <where>
        """,
        gist="shows the first",
        noun="the first <thing> <where>",
        result=lambda x, s: x[:1],
        ask="""
            [what is|which is] the first <thing> <where>?
            first <thing> <where>
        """,
        single=True,
    ),
    Stage(
        name="last-one",
        run="tail -n 1",
        say="""
            <show> the last <thing> <where>
            <show> <only> the last of the <things> <where>
        """,
        gist="shows the last",
        noun="the last <thing> <where>",
        result=lambda x, s: x[-1:],
        ask="""
            [what is|which is] the last <thing> <where>?
            last <thing> <where>
        """,
        single=True,
    ),
    Stage(
        name="first-sorted",
        run="sort | head -n {count}",
        say="""
            <show> the first {count} <things> <where> in alphabetical order
            sort the <things> <where> and [show|print|keep] the first {count}
            sort the <things> <where>, then show <only> the first {count}
        """,
        gist="sorts them and shows the first {count}",
        result=lambda x, s: sorted(x)[: s.count],
        ask="alphabetically first {count} <things> <where>",
        values=enough,
    ),
    Stage(
        name="last-sorted",
        run="sort | tail -n {count}",
        say="""
            <show> the last {count} <things> <where> in alphabetical order
            sort the <things> <where> and [show|print|keep] the last {count}
            sort the <things> <where>, then show <only> the last {count}
        """,
        gist="sorts them and shows the last {count}",
        result=lambda x, s: sorted(x)[-s.count :],
        ask="alphabetically last {count} <things> <where>",
        values=enough,
    ),
    Stage(
        name="first-distinct",
        run="sort -u | head -n {count}",
        say="""
            <show> the first {count} [different|distinct|unique] <things> <where> in alphabetical
                order
            sort the <things> <where>, drop duplicates and show the first {count}
        """,
        gist="sorts them, drops duplicates and shows the first {count}",
        result=lambda x, s: sorted(set(x))[: s.count],
        values=busy,
    ),
    Stage(
        name="kept-order",
        run="awk '!seen[$0]++'",
        say="""
            <show> the [different|distinct|unique] <things> <where> in [their original order|the
                order of their first appearance]
            <show> the <things> <where> without duplicates [and without sorting them|but keep the
                order]
            [drop|remove] duplicates from the <things> <where>, [keeping the order|keeping the
                first of each]
        """,
        gist="drops repeated ones and keeps the order (awk)",
        noun="the different <things> <where> in their original order",
        result=lambda x, s: list(dict.fromkeys(x)),
        ask="<things> <where> without duplicates, in the original order",
        common=True,
        single=True,
    ),
    Stage(
        name="nth",
        run="sed -n '{line}p'",
        say="""
            <show> [number {line}|the one with number {line}] of the <things> <where>
            <show> [only |just |]<thing> number {line} <where>
        """,
        gist="prints number {line}",
        noun="<thing> number {line} <where>",
        result=lambda x, s: x[s.line - 1 : s.line],
        ask="""
            [what is|which is] <thing> number {line} <where>?
            <thing> number {line} <where>
        """,
        values=lambda s: names(s.line + 3),
        single=True,
    ),
    Stage(
        name="containing",
        run="grep {word2}",
        say="""
            <find> the <things> <where> that [contain|include] {word2}
            <show> <only> those <things> <where> [with|containing] {word2}
        """,
        gist="keeps those with {word2}",
        noun="those of the <things> <where> that contain {word2}",
        result=lambda x, s: [i for i in x if s.word2 in i],
        ask="which <things> <where> contain {word2}?",
        values=lambda s: _with(s.word2),
        single=True,
    ),
    Stage(
        name="not-containing",
        run="grep -v {word2}",
        say="""
            <show> the <things> <where> that do not [contain|include] {word2}
            [leave out|filter out|exclude] [everything|all] with {word2} from the <things> <where>
        """,
        gist="drops those with {word2}",
        noun="those of the <things> <where> that do not contain {word2}",
        result=lambda x, s: [i for i in x if s.word2 not in i],
        ask="which <things> <where> do not contain {word2}?",
        values=lambda s: _with(s.word2)[::-1],
        single=True,
    ),
    Stage(
        name="starting",
        run="grep '^{letter}'",
        say="""
            <find> the <things> <where> that [start|begin] with {letter}
            <show> <only> those <things> <where> [starting|beginning] with {letter}
        """,
        gist="keeps those that start with {letter}",
        noun="those of the <things> <where> that start with {letter}",
        result=lambda x, s: [i for i in x if i.startswith(s.letter)],
        ask="which <things> <where> [start|begin] with {letter}?",
        values=lambda s: [
            f"{s.letter}1",
            f"x{s.letter}",
            f"{s.letter}y",
            s.letter.upper(),
            *"123456789",
        ],
        single=True,
    ),
    Stage(
        name="count-containing",
        run="grep -c {word2}",
        say="""
            count the <things> <where> that [contain|include] {word2}
            <show> how many of the <things> <where> contain {word2}
        """,
        gist="counts those with {word2}",
        noun="how many of the <things> <where> contain {word2}",
        result=lambda x, s: f"{sum(s.word2 in i for i in x)}\n",
        ask="how many of the <things> <where> contain {word2}?",
        values=lambda s: _with(s.word2),
        single=True,
    ),
    Stage(
        name="longest",
        run="awk 'length > max {max = length; longest = $0} END {print longest}'",
        say="""
            <find> the longest <thing> <where>
            find the <thing> <where> with the most characters
        """,
        gist="prints the longest",
        noun="the longest <thing> <where>",
        result=lambda x, s: [max(x, key=len)],
        values=lambda s: ["otter", "rhinoceroses", *mixed(), "yellowhammer"],
        ask="""
            [what is|which is] the longest <thing> <where>?
            longest <thing> <where>
        """,
        common=True,
    ),
    Stage(
        name="longer",
        run="awk 'length > {n}'",
        say="""
            <find> the <things> <where> [longer than|with more than] {n} characters
            <show> <only> those <things> <where> that have more than {n} characters
        """,
        gist="keeps those longer than {n} characters",
        noun="the <things> <where> that have more than {n} characters",
        result=lambda x, s: [i for i in x if len(i) > s.n],
        ask="which <things> <where> have more than {n} characters?",
        values=lambda s: ["a" * (s.n + k) for k in (2, -1, 1, 0, 9)] + [*names(9), "b" * (s.n + 3)],
    ),
    Stage(
        name="every-second",
        run="awk 'NR % 2 == 1'",
        say="""
            <show> every [second|other] one of the <things> <where>, starting with the first
            <show> every [other|second] <thing> <where>, starting with the first
        """,
        gist="prints every second one, from the first",
        result=lambda x, s: x[::2],
    ),
)
