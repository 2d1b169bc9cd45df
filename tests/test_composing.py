"""Wordings put together from blocks and marks."""

from bashcoder_mlx.corpora.synthetic.composing import block, choice, fit, place_first


def test_a_line_indented_further_goes_on_with_the_one_before():
    text = """
        sort the lines,
            the longest first
        print them
    """
    assert block(text) == ["sort the lines, the longest first", "print them"]


def test_a_block_as_one_template():
    assert choice("one") == "one"
    assert choice("one\ntwo") == "[one|two]"


def test_marks_are_replaced_also_those_within_what_replaces():
    assert fit(["<do> it"], do="<show> and <only>") == [
        "[show|print|list|display|get] and [only|just] it"
    ]


def test_the_place_first_only_where_there_is_one_and_not_first_already():
    said = ["sort the lines <where>", "<where> lines", "sort"]
    assert place_first(said, "in x") == ["in x[,|:|] sort the lines"]
