"""Filters that a text goes through. In wordings `<it>` is the text, `<sign>` the separator."""

import re

from bashcoder_mlx.corpora.synthetic.tasks.text.filters.encodings import ENCODINGS
from bashcoder_mlx.corpora.synthetic.tasks.text.filters.filter import Filter

TEXT_FILTERS = (
    Filter(
        key="upper",
        run="tr '[:lower:]' '[:upper:]'",
        say="""
            [convert|change|turn] <it> [to|into] [upper case|uppercase|capitals]
            [print|show] <it> in [upper case|capital letters]
        """,
        ask="""
            <it> in upper case
            how do I write <it> in capitals only?
            I want <it> shouted, every letter a capital
            <it>, uppercase, through tr
        """,
        explain="Prints <it> in upper case.",
        result=lambda t, s, sep: f"{t.upper()}\n",
    ),
    Filter(
        key="lower",
        run="tr '[:upper:]' '[:lower:]'",
        say="""
            [convert|change|turn] <it> [to|into] [lower case|lowercase|small letters]
            [print|show] <it> in [lower case|small letters]
        """,
        ask="""
            <it> in lower case
            how do I get <it> without any capitals?
            somebody shouts; I want <it> in small letters
            <it>, lowercase, through tr
        """,
        explain="Prints <it> in lower case.",
        result=lambda t, s, sep: f"{t.lower()}\n",
    ),
    Filter(
        key="reverse",
        run="rev",
        say="""
            reverse <it>[, letter by letter|]
            [print|show] <it> backwards
        """,
        ask="""
            <it> [backwards|reversed]
            how does <it> read from right to left?
            is it a palindrome? <it> with the last letter first
            <it>, through rev
        """,
        explain="Prints <it> backwards.",
        result=lambda t, s, sep: f"{t[::-1]}\n",
    ),
    Filter(
        key="words",
        run="wc -w",
        say="""
            count the words [of|in] <it>
            [print|show] the number of words [of|in] <it>
        """,
        ask="""
            how many words are in <it>?
            word count of <it>
            I may use only so many words; how many has <it>?
            <it>, through wc -w
        """,
        explain="Counts the words of <it>.",
        result=lambda t, s, sep: f"{len(t.split())}\n",
    ),
    Filter(
        key="fold",
        run="fold -w {small}",
        say="""
            [break|fold|split] <it> into [lines|pieces] of {small} characters
            [print|show] <it> with {small} characters [a|per|on each] line
        """,
        ask="""
            <it>, {small} characters per line
            how do I cut <it> into lines of {small} characters?
            a narrow display: <it>, no more than {small} characters on a line
            <it>, through fold, width {small}
        """,
        explain="Breaks <it> into lines of {small} characters.",
        result=lambda t, s, sep: "".join(
            f"{t[at : at + s.small]}\n" for at in range(0, len(t), s.small)
        ),
    ),
    Filter(
        key="delete-letter",
        run="tr -d {letter}",
        say="""
            [delete|remove|drop] [every|all|each] {letter} from <it>
            [print|show] <it> without [any|the letter] {letter}
        """,
        ask="""
            <it> without {letter}
            how does <it> look if every {letter} goes?
            I do not want {letter} anywhere in <it>
            <it>, through tr, each {letter} away
        """,
        explain="Prints <it> without any {letter}.",
        result=lambda t, s, sep: f"{t.replace(s.letter, '')}\n",
    ),
    Filter(
        key="digits",
        run="tr -cd '[:digit:]'",
        say="""
            [keep|print|extract] [only|just] the digits of <it>
            [delete|remove] everything but the digits from <it>
        """,
        ask="""
            only the digits of <it>
            which digits are in <it>, and nothing else?
            I need just the number in <it>, its digits
            <it>, through tr, all but digits away
        """,
        explain="Prints only the digits of <it>.",
        result=lambda t, s, sep: re.sub(r"\D", "", t),
    ),
    Filter(
        key="no-digits",
        run="tr -d '[:digit:]'",
        say="""
            [delete|remove|drop] [all|the] digits from <it>
            [print|show] <it> without [its|the] digits
        """,
        ask="""
            <it> without digits
            how do I get rid of the digits in <it>?
            numbers in <it> are of no use to me; the rest, please
            <it>, through tr, no digit left
        """,
        explain="Prints <it> without its digits.",
        result=lambda t, s, sep: re.sub(r"\d", "", t) + "\n",
    ),
    Filter(
        key="underscores",
        run="tr ' ' _",
        say="""
            replace [the blanks|the spaces|every space] in <it> [with|by] underscores
            [print|show] <it> with underscores [instead of|for] spaces
        """,
        ask="""
            <it> with underscores instead of spaces
            how do I get underscores where <it> has spaces?
            I want a file name out of <it>: an underscore for each space
            <it>, through tr, space to underscore
        """,
        explain="Prints <it> with underscores instead of spaces.",
        result=lambda t, s, sep: t.replace(" ", "_") + "\n",
    ),
    Filter(
        key="squeeze",
        run="tr -s ' '",
        say="""
            squeeze [repeated|several] spaces in <it> to one
            [print|show] <it> with [single|only single] spaces
        """,
        ask="""
            <it> with single spaces
            how do I get rid of double spaces in <it>?
            <it> has several spaces in a row; one is enough
            <it>, through tr, runs of spaces to one
        """,
        explain="Squeezes repeated spaces in <it> to one.",
        result=lambda t, s, sep: re.sub(" +", " ", t) + "\n",
    ),
    Filter(
        key="replace",
        run="sed 's/{often}/{mark}/g'",
        say="""
            replace [every|all|each] {often} in <it> [with|by] {mark}
            [print|show] <it> with {mark} [instead of|for] each {often}
        """,
        ask="""
            <it> with {often} replaced by {mark}
            how do I get {mark} for every {often} of <it>, with sed?
            {often} should be {mark} wherever <it> has it
            <it>, through sed, {often} to {mark}
        """,
        explain="Prints <it> with every {often} replaced by {mark}.",
        result=lambda t, s, sep: t.replace(s.often, s.mark) + "\n",
    ),
    Filter(
        key="start",
        run="cut -c1-{small}",
        say="""
            [print|show|keep] [only |just |]the first {small} characters of <it>
            cut <it> after {small} characters
        """,
        ask="""
            first {small} characters of <it>
            how does <it> begin? {small} characters
            only {small} characters fit; cut off the rest of <it>
            <it>, through cut, characters 1 to {small}
        """,
        explain="Prints the first {small} characters of <it>.",
        result=lambda t, s, sep: f"{t[: s.small]}\n",
    ),
    Filter(
        key="second-word",
        run="awk '{print $2}'",
        say="""
            [print|show|extract|get] [only |just |]the second word of <it>
            take the second word out of <it>
        """,
        ask="""
            second word of <it>
            what is the second word of <it>?
            of <it> I need word number two
            <it>, through awk, field 2
        """,
        explain="Prints the second word of <it>.",
        result=lambda t, s, sep: f"{t.split()[1]}\n",
    ),
    Filter(
        key="last-word",
        run="awk '{print $NF}'",
        say="""
            [print|show|extract|get] [only |just |]the last word of <it>
            take the last word out of <it>
        """,
        ask="""
            last word of <it>
            what is the last word of <it>?
            of <it> I need only how it ends, the final word
            <it>, through awk, last field
        """,
        explain="Prints the last word of <it>.",
        result=lambda t, s, sep: f"{t.split()[-1]}\n",
    ),
    *ENCODINGS,
)
