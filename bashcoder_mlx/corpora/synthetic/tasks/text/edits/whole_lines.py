"""Edits of whole lines: delete, replace, insert."""

from bashcoder_mlx.corpora.synthetic.tasks.text.edits.edit import Edit

EDITS = (
    Edit(
        name="delete",
        program="d",
        do="""
            [delete|remove] <what-of>
            [delete|remove|drop] <what> from <file>
        """,
        shown="""
            without <what>
            except <what>
        """,
        ask="""
            get rid of <what-of>
            <file> without <what>, in place
            I do not want <what> in <file> any more
        """,
        apply=lambda t, s: [],
        explain="deletes <what> from <file>",
        never=("whole",),
        everyday=True,
    ),
    Edit(
        name="change",
        program="s/.*/{text.raw}/",
        do="""
            replace <what-of> [with|by] {text}
            change <what-of> to {text}
        """,
        shown="with <what> replaced by {text}",
        apply=lambda t, s: [s["text"].data],
        explain="replaces <what-of> by {text}",
        only=("line", "first", "last", "matching", "starting"),
    ),
    Edit(
        name="insert",
        program="i {text.raw}",
        do="""
            insert [the line |a line |]{text} before <what-of>
            add [the line |a line |]{text} [above|before] <what-of>
        """,
        shown="with the line {text} before <what>",
        apply=lambda t, s: [s["text"].data, t],
        explain="inserts the line {text} before <what-of>",
        only=("line", "first", "last", "matching", "starting"),
        mac="i\\\n{text.raw}\n",
    ),
    Edit(
        name="append",
        program="a {text.raw}",
        do="""
            insert [the line |a line |]{text} after <what-of>
            add [the line |a line |]{text} [below|after] <what-of>
        """,
        shown="with the line {text} after <what>",
        apply=lambda t, s: [t, s["text"].data],
        explain="inserts the line {text} after <what-of>",
        only=("line", "first", "matching", "starting"),
        mac="a\\\n{text.raw}\n",
    ),
    Edit(
        name="double",
        program="p",
        do="""
            [repeat|double] <what-of>
            write <what-of> twice
        """,
        shown="with <what> printed twice",
        apply=lambda t, s: [t, t],
        explain="repeats <what-of>",
        only=("line", "last", "matching"),
    ),
    Edit(
        name="print",
        program="p",
        do="print <what-of>",
        shown="<what>",
        apply=lambda t, s: [t],
        explain="prints <what-of>",
        never=("whole",),
    ),
)
