"""Edits that replace or delete words."""

import re

from bashcoder_mlx.corpora.synthetic.tasks.text.edits.edit import UNUSUAL, Edit

EDITS = (
    Edit(
        name="replace",
        program="s/{word3}/{word4}/g",
        do="""
            replace [|all occurrences of |every ]{word3} [with|by] {word4} <on>
            change [|every |all ]{word3} [to|into] {word4} <on>
            substitute {word4} for [|every ]{word3} <on>
        """,
        ask="""
            {word3} -> {word4} <on>
            {word4} instead of {word3} <on>, [in place|please]
            every {word3} <on> should be {word4}
            s/{word3.raw}/{word4.raw}/g <on>
        """,
        shown="with [|every |all occurrences of ]{word3} replaced [by|with] {word4}<at>",
        apply=lambda t, s: [t.replace(s.word3, s.word4)],
        explain="replaces every {word3} by {word4} <on>",
        everyday=True,
    ),
    Edit(
        name="replace-first",
        program="s/{word3}/{word4}/",
        do="""
            replace [only |just |]the first {word3} [with|by] {word4} <each>
            change the first occurrence of {word3} to {word4} <each>
        """,
        shown="with [only |]the first {word3} <each-bare> replaced by {word4}",
        apply=lambda t, s: [t.replace(s.word3, s.word4, 1)],
        explain="replaces the first {word3} by {word4} <each>",
    ),
    Edit(
        name="replace-folded",
        program="s/{word3}/{word4}/gI",
        do="""
            replace [every |all |]{word3} [with|by] {word4} <on>, [ignoring case|whatever its
                case]
        """,
        shown="with [every |]{word3} in upper or lower case replaced [by|with] {word4}<at>",
        apply=lambda t, s: [re.sub(s.word3, s.word4, t, flags=re.I)],
        explain="replaces every {word3}, in upper or lower case, by {word4} <on>",
        never=(
            *UNUSUAL,
            "line",
            "range",
            "first",
            "last",
        ),
    ),
    Edit(
        name="delete-word",
        program="s/{word3}//g",
        do="""
            [delete|remove] [every |all occurrences of |the word ]{word3} <on>
            [strip|erase] [every |all occurrences of ]{word3} <on>
        """,
        shown="without [the word |any occurrence of ]{word3}<at>",
        ask="""
            no {word3} [any more |]<on>
            get rid of {word3} <on>
        """,
        apply=lambda t, s: [t.replace(s.word3, "")],
        explain="deletes every {word3} <on>",
        never=UNUSUAL,
        everyday=True,
    ),
    Edit(
        name="digits",
        program="s/[0-9]//g",
        do="[delete|remove|strip] [all|all the|the] digits <on>",
        shown="without any digits<at>",
        apply=lambda t, s: [re.sub("[0-9]", "", t)],
        explain="deletes all digits <on>",
        never=(*UNUSUAL, "whole"),
        line="v<n> 77",
    ),
)
