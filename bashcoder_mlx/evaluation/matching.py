"""When two commands count as the same: the rules by which every system's answers are compared.

They are the same for gold commands and predictions, over the forms of `shell/template.py`: exact
where the normal forms are equal, of one template where those are, and `nlc2cmd_score`, that of the
NLC2CMD competition (Agarwal et al. 2021), over the utilities of both and the flags of each.
"""

from collections.abc import Sequence

from bashcoder_mlx.shell.template import normalise, template, utilities_of


def is_exact_match(prediction: str, golds: Sequence[str]) -> bool:
    """Whether a prediction is one of the gold commands, after normalisation."""
    return any(normalise(prediction) == normalise(gold) for gold in golds)


def is_template_match(prediction: str, golds: Sequence[str]) -> bool:
    """Whether a prediction has the template of one of the gold commands."""
    return any(template(prediction) == template(gold) for gold in golds)


def nlc2cmd_score(prediction: str, gold: str) -> float:
    """The score of one prediction against one gold command, from -1 to 1.

    Of T slots, as many as the command with more utilities has, one with the same utility in both
    scores (1 + f) / 2, where f = (2|F and G| - |F or G|) / max(1, |F|, |G|) over the sets of flags,
    and 1 where both are empty; any other slot scores -1. The score is the mean over the slots.
    """
    predicted, wanted = utilities_of(prediction), utilities_of(gold)
    slots = max(len(predicted), len(wanted))
    if not slots:
        return 1.0 if normalise(prediction) == normalise(gold) else -1.0
    total = 0.0
    for index in range(slots):
        pair = predicted[index : index + 1] + wanted[index : index + 1]
        same = len(pair) == 2 and pair[0][0] == pair[1][0]
        total += (1 + _flag_score(pair[0][1], pair[1][1])) / 2 if same else -1
    return total / slots


def _flag_score(flags: frozenset[str], others: frozenset[str]) -> float:
    if not flags and not others:
        return 1.0
    common, union = len(flags & others), len(flags | others)
    return (2 * common - union) / max(1, len(flags), len(others))
