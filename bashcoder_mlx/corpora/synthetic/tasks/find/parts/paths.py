"""What find can ask of where a file lies: its folders and its depth."""

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Slot, named, number
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import Criterion, changed
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import SKIP


def _outside(key: str, test: str, prune: bool, *tails: str) -> Criterion:
    return Criterion(
        key,
        "path",
        test,
        tail=f"[{'|'.join(tails)}] {{skip}}",
        prune=prune,
        slots=SKIP,
        bad=[
            lambda spec, s: changed(folder=f"part/{s.skip}")(spec, s),
            lambda spec, s: changed(folder=f"{s.skip}/part")(spec, s),
        ],
        also=[lambda spec, s: changed(folder=f"my{s.skip}")(spec, s)],
        holds=lambda item, s: s.skip not in item.folders and (not prune or item.name != s.skip),
    )


SKIPPING = _outside(
    "skip",
    "-not -path '*/{skip}/*'",
    False,
    *(" but not in", " except in", " except those in", ", ignoring", ", excluding"),
    *(", leaving out", ", but not below", ", except below"),
)
PRUNING = _outside(
    "prune",
    "-name {skip}",
    True,
    *(" without descending into", ", pruning", ", not descending into", " without going into"),
    " without entering",
)
SKIPPING_TWO = Criterion(
    "skiptwo",
    "path",
    "-not -path '*/{skip}/*' -not -path '*/{skip2}/*'",
    tail="[ but not in| except in|, ignoring|, excluding|, leaving out] "
    "[{skip} [and|or] {skip2}|{skip2} [and|or] {skip}]",
    slots=SKIP,
    bad=[
        lambda spec, s: changed(folder=f"part/{s.skip}")(spec, s),
        lambda spec, s: changed(folder=f"part/{s.skip2}")(spec, s),
    ],
    also=[lambda spec, s: changed(folder=f"my{s.skip}/{s.skip2}x")(spec, s)],
    holds=lambda item, s: not {s.skip, s.skip2} & set(item.folders),
)
NO_HIDDEN_PATHS = Criterion(
    "nodots",
    "path",
    "-not -path '*/.*'",
    tail="[, ignoring|, skipping|, excluding|, leaving out] hidden files and folders",
    bad=[
        changed(folder="part/.secret"),
        lambda spec, s: changed(stem=f".{spec.stem}")(spec, s),
    ],
    holds=lambda item, s: not any(part.startswith(".") for part in item.inner.split("/")),
)
WITHIN = Criterion(
    "within",
    "path",
    "-path '*/{folder}/*'",
    "[that are in a folder called|inside any folder called|in folders named] {folder}",
    "are in a folder called {folder}",
    "[in|inside] a folder called {folder}",
    good=lambda spec, s: changed(folder=f"{spec.folder or 'part'}/{s.folder}")(spec, s),
    also=[lambda spec, s: changed(folder=f"{s.folder}/deep")(spec, s)],
    bad=[
        lambda spec, s: changed(folder=f"part/my{s.folder}")(spec, s),
        lambda spec, s: changed(folder="part", stem=s.folder, ext="")(spec, s),
    ],
    holds=lambda item, s: s.folder in item.folders,
    slots={"folder": lambda draw, spaced: named(SLOTS["stem"](draw, False).data)},
)
IN_PATH = Criterion(
    "inpath",
    "path",
    "-path '*{part}*'",
    "[whose paths contain|with a path that contains|whose path contains] {part}",
    "have {part} [in|somewhere in] their path",
    "whose path contains {part}",
    good=lambda spec, s: changed(folder=f"{spec.folder or 'part'}/x{s.part}y")(spec, s),
    also=[lambda spec, s: changed(stem=f"{spec.stem}{s.part}")(spec, s)],
    bad=[lambda spec, s: changed(folder=f"part/{s.part[:-1]}")(spec, s)],
    holds=lambda item, s: s.part in item.shown,
    slots={"part": lambda draw, spaced: SLOTS["word"](draw, False)},
)


def _few(low: int, high: int) -> Slot:
    return lambda draw, spaced: number(draw.between(low, high), True)


TOP_ONLY = Criterion(
    "top",
    "depth",
    "-maxdepth 1",
    here="[ in this folder but not in subfolders| here, not in subfolders,|"
    " in this folder only, not in subfolders,| in the current directory, without subdirectories,|"
    " directly in this folder, not deeper,]",
    there="[ in {dir} but not in its subfolders| in {dir} itself, not in subfolders,|"
    " directly in {dir}, not in subfolders,| in {dir} without descending into subdirectories]",
    good=changed(folder=""),
    bad=[changed(folder="part")],
    holds=lambda item, s: item.depth <= 1,
)
AT_MOST = Criterion(
    "atmost",
    "depth",
    "-maxdepth {depth}",
    here="[ at most {depth} levels [deep|below here|down]| no more than {depth} levels deep|"
    " down to {depth} levels|, searching at most {depth} levels deep,]",
    there="[ at most {depth} levels [deep in|below|down in] {dir}|"
    " in {dir}, no more than {depth} levels deep,| in {dir} down to {depth} levels]",
    good=lambda spec, s: changed(folder=spec.folder and "part0")(spec, s),
    also=[lambda spec, s: changed(folder="/".join(["edge"] * (s.depth - 1)))(spec, s)],
    bad=[lambda spec, s: changed(folder="/".join(["sub"] * s.depth))(spec, s)],
    holds=lambda item, s: item.depth <= s.depth,
    slots={"depth": _few(2, 6)},
)
DEEPER = Criterion(
    "deeper",
    "depth",
    "-mindepth 2",
    here="[ in subfolders only| only in subfolders of this folder| in the subfolders but not here|"
    " in subdirectories but not in the current directory itself]",
    there="[ only in subfolders of {dir}| in subfolders of {dir} but not in {dir} itself|"
    " below {dir} but not directly in it]",
    good=lambda spec, s: changed(folder=spec.folder or "part0")(spec, s),
    also=[changed(folder="edge")],
    bad=[changed(folder="")],
    holds=lambda item, s: item.depth >= 2,
)
AT_LEAST = Criterion(
    "atleast",
    "depth",
    "-mindepth {depth}",
    here="[ at least {depth} levels [deep|below here|down]| {depth} or more levels [deep|down]]",
    there="[ at least {depth} levels [deep in|below|down in] {dir}| {depth} or more levels below"
    " {dir}]",
    good=lambda spec, s: changed(folder="/".join(["edge"] * (s.depth + len(spec.folder))))(spec, s),
    also=[lambda spec, s: changed(folder="/".join(["rim"] * (s.depth - 1)))(spec, s)],
    bad=[lambda spec, s: changed(folder="/".join(["sub"] * (s.depth - 2)))(spec, s)],
    holds=lambda item, s: item.depth >= s.depth,
    slots={"depth": _few(2, 5)},
)
