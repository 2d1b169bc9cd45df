"""What pipelines do with items: those that select some of them."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import names
from bashcoder_mlx.corpora.synthetic.tasks.text_stages import Items, Stage, busy


def _enough(s: Bound) -> Items:
    return names(s.count + 4)


def stages() -> list[Stage]:
    """Those that select."""
    return [
        Stage(
            "first", "head -n {count}",
            ["[show|print|list|get] the first {count} <things> <where>",
             "[show|print] [only|just] the first {count} of the <things> <where>"],
            "shows the first {count}", lambda x, s: x[: s.count],
            ["[what|which] are the first {count} <things> <where>?", "first {count} <things> "
             "<where>"], values=_enough, common=True, single=True,
        ),
        Stage(
            "last", "tail -n {count}",
            ["[show|print|list|get] the last {count} <things> <where>",
             "[show|print] [only|just] the last {count} of the <things> <where>"],
            "shows the last {count}", lambda x, s: x[-s.count :],
            ["[what|which] are the last {count} <things> <where>?", "last {count} <things> "
             "<where>"], values=_enough, common=True, single=True,
        ),
        Stage(
            "first-one", "head -n 1",
            ["[show|print|get] the first <thing> <where>", "[show|print] [only|just] the first of "
             "the <things> <where>"],
            "shows the first", lambda x, s: x[:1], ["[what is|which is] the first <thing> <where>?",
             "first <thing> <where>"], single=True,
        ),
        Stage(
            "last-one", "tail -n 1",
            ["[show|print|get] the last <thing> <where>", "[show|print] [only|just] the last of "
             "the <things> <where>"],
            "shows the last", lambda x, s: x[-1:], ["[what is|which is] the last <thing> <where>?",
             "last <thing> <where>"], single=True,
        ),
        Stage(
            "first-sorted", "sort | head -n {count}",
            ["[show|print|list] the first {count} <things> <where> in alphabetical order",
             "sort the <things> <where> and [show|print|keep] the first {count}",
             "sort the <things> <where>, then show [only|just] the first {count}"],
            "sorts them and shows the first {count}", lambda x, s: sorted(x)[: s.count],
            ["alphabetically first {count} <things> <where>"], values=_enough,
        ),
        Stage(
            "last-sorted", "sort | tail -n {count}",
            ["[show|print|list] the last {count} <things> <where> in alphabetical order",
             "sort the <things> <where> and [show|print|keep] the last {count}",
             "sort the <things> <where>, then show [only|just] the last {count}"],
            "sorts them and shows the last {count}", lambda x, s: sorted(x)[-s.count :],
            ["alphabetically last {count} <things> <where>"], values=_enough,
        ),
        Stage(
            "first-distinct", "sort -u | head -n {count}",
            ["[show|print|list] the first {count} [different|distinct|unique] <things> <where> in "
             "alphabetical order",
             "sort the <things> <where>, drop duplicates and show the first {count}"],
            "sorts them, drops duplicates and shows the first {count}",
            lambda x, s: sorted(set(x))[: s.count], values=busy,
        ),
        Stage(
            "kept-order", "awk '!seen[$0]++'",
            ["[list|print|show] the [different|distinct|unique] <things> <where> in [their original "
             "order|the order of their first appearance]",
             "[list|print] the <things> <where> without duplicates [and without sorting them|but "
             "keep the order]",
             "[drop|remove] duplicates from the <things> <where>, [keeping the order|keeping the "
             "first of each]"],
            "drops repeated ones and keeps the order (awk)", lambda x, s: list(dict.fromkeys(x)),
            ["<things> <where> without duplicates, in the original order"], common=True, single=True,
        ),
        Stage(
            "nth", "sed -n '{line}p'",
            ["[print|show|get] [number {line}|the one with number {line}] of the <things> <where>",
             "[print|show] [only |just |]<thing> number {line} <where>"],
            "prints number {line}", lambda x, s: x[s.line - 1 : s.line],
            ["[what is|which is] <thing> number {line} <where>?", "<thing> number {line} <where>"],
            values=lambda s: names(s.line + 3), single=True,
        ),
        Stage(
            "containing", "grep {word2}",
            ["[list|show|print|find] the <things> <where> that [contain|include] {word2}",
             "[list|show] [only|just] those <things> <where> [with|containing] {word2}"],
            "keeps those with {word2}", lambda x, s: [i for i in x if s.word2 in i],
            ["which <things> <where> contain {word2}?"],
            values=lambda s: _with(s.word2), single=True,
        ),
        Stage(
            "not-containing", "grep -v {word2}",
            ["[list|show|print] the <things> <where> that do not [contain|include] {word2}",
             "[leave out|filter out|exclude] [everything|all] with {word2} from the <things> "
             "<where>"],
            "drops those with {word2}", lambda x, s: [i for i in x if s.word2 not in i],
            ["which <things> <where> do not contain {word2}?"],
            values=lambda s: _with(s.word2), single=True,
        ),
        Stage(
            "starting", "grep '^{letter}'",
            ["[list|show|print|find] the <things> <where> that [start|begin] with {letter}",
             "[list|show] [only|just] those <things> <where> [starting|beginning] with {letter}"],
            "keeps those that start with {letter}",
            lambda x, s: [i for i in x if i.startswith(s.letter)],
            ["which <things> <where> [start|begin] with {letter}?"],
            values=lambda s: [f"{s.letter}1", f"x{s.letter}", f"{s.letter}y", s.letter.upper()],
            single=True,
        ),
        Stage(
            "count-containing", "grep -c {word2}",
            ["count the <things> <where> that [contain|include] {word2}",
             "[print|show] how many of the <things> <where> contain {word2}"],
            "counts those with {word2}", lambda x, s: f"{sum(s.word2 in i for i in x)}\n",
            ["how many of the <things> <where> contain {word2}?"],
            values=lambda s: _with(s.word2), single=True,
        ),
        Stage(
            "longest", "awk 'length > max {max = length; longest = $0} END {print longest}'",
            ["[print|show|find|get] the longest <thing> <where>",
             "find the <thing> <where> with the most characters"],
            "prints the longest", lambda x, s: [max(x, key=len)],
            ["[what is|which is] the longest <thing> <where>?", "longest <thing> <where>"],
            common=True,
        ),
        Stage(
            "longer", "awk 'length > {n}'",
            ["[list|show|print|find] the <things> <where> [longer than|with more than] {n} "
             "characters",
             "[list|show] [only|just] those <things> <where> that have more than {n} characters"],
            "keeps those longer than {n} characters", lambda x, s: [i for i in x if len(i) > s.n],
            ["which <things> <where> have more than {n} characters?"],
            values=lambda s: ["a" * (s.n + k) for k in (2, -1, 1, 0, 9)],
        ),
        Stage(
            "every-second", "awk 'NR % 2 == 1'",
            ["[list|show|print] every [second|other] one of the <things> <where>, starting with "
             "the first",
             "[print|show] every [other|second] <thing> <where>, starting with the first"],
            "prints every second one, from the first", lambda x, s: x[::2],
        ),
    ]  # fmt: skip


def _with(word: str) -> Items:
    """Items with the word, alone and within others, and near misses."""
    return [word, "gecko", f"a{word}b", word.swapcase(), "bison", f"{word}9", word[1:]]
