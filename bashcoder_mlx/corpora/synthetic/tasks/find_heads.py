"""What can be searched for with find: files, kinds of files, folders, links."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find_query import Criterion
from bashcoder_mlx.corpora.synthetic.tasks.find_tree import Item, Spec


def changed(**values: object):
    """A change of a spec that sets its attributes, to values or to what functions of s give."""

    def change(spec: Spec, s: Bound) -> None:
        for name, value in values.items():
            setattr(spec, name, value(s) if callable(value) else value)

    return change


def _is_file(item: Item, s: Bound) -> bool:
    return item.node.kind == "file"


def _ends(item: Item, *extensions: str) -> bool:
    return item.node.kind == "file" and any(item.name.endswith(f".{e}") for e in extensions)


def _starting(spec: Spec, s: Bound) -> None:
    spec.ext, spec.stem = s.kind, f"{s.word}-{spec.stem}"


def _containing(spec: Spec, s: Bound) -> None:
    spec.ext, spec.stem = s.kind, f"{spec.stem}-{s.word}x"


def _one_of_three(spec: Spec, s: Bound) -> None:
    spec.ext = {"": s.ext, "part1": s.ext2}.get(spec.folder, s.ext3)


_FOLDER = changed(kind="dir")
_FILE = changed(kind="file")


FILES = Criterion(
    "files", "head", "-type f", noun="[files|files|files|files|files|files|files|regular files]",
    bad=[_FOLDER], holds=_is_file,
)  # fmt: skip
KIND = Criterion(
    "kind", "head", "-type f -name {kind}", noun="{kind}",
    good=changed(ext=lambda s: s.kind),
    bad=[
        changed(ext=lambda s: f"{s.kind}.part"), changed(ext=lambda s: f"x{s.kind}"),
        changed(ext=lambda s: s.kind.upper()), _FOLDER,
    ],
    holds=lambda item, s: _ends(item, s.kind),
)  # fmt: skip
ANY_CASE = Criterion(
    "anycase", "head", "-type f -iname {kind}",
    noun="{kind}",
    tail="[, ignoring case|, case-insensitively|, with the extension in upper or lower case|"
    ", whatever the case of the extension]",
    good=lambda spec, s: changed(ext=s.kind.upper() if spec.folder else s.kind)(spec, s),
    bad=[changed(ext=lambda s: f"{s.kind}.part"), _FOLDER],
    holds=lambda item, s: item.node.kind == "file" and item.name.lower().endswith(f".{s.kind}"),
)  # fmt: skip
PAIR = Criterion(
    "pair", "head", r"-type f \( -name '*.{ext}' -o -name '*.{ext2}' \)",
    noun="[{ext.raw} [and|or] {ext2.raw}|.{ext.raw} [and|or] .{ext2.raw}] files",
    good=lambda spec, s: changed(ext=s.ext if spec.folder else s.ext2)(spec, s),
    bad=[changed(ext="zzz"), lambda spec, s: changed(ext=s.ext + "zz")(spec, s), _FOLDER],
    holds=lambda item, s: _ends(item, s.ext, s.ext2),
)  # fmt: skip
TRIPLE = Criterion(
    "triple", "head",
    r"-type f \( -name '*.{ext}' -o -name '*.{ext2}' -o -name '*.{ext3}' \)",
    noun="[{ext.raw}, {ext2.raw} [and|or] {ext3.raw}|.{ext.raw}, .{ext2.raw} [and|or] .{ext3.raw}] "
    "files",
    good=_one_of_three,
    bad=[changed(ext="zzz"), _FOLDER],
    holds=lambda item, s: _ends(item, s.ext, s.ext2, s.ext3),
)  # fmt: skip
NOT_KIND = Criterion(
    "notkind", "head", "-type f ! -name {kind}", noun="files",
    post="[other than {kind}|that are not {kind}|except {kind}]", are="are not {kind}",
    good=changed(ext="zzz"), bad=[changed(ext=lambda s: s.kind), _FOLDER],
    holds=lambda item, s: item.node.kind == "file" and not _ends(item, s.kind),
)  # fmt: skip
KIND_STARTS = Criterion(
    "kindstarts", "head", "-type f -name '{word}*.{kind.ext}'", noun="{kind}",
    post="[whose names start with|starting with|with names beginning with] {word}",
    are="[have names that start with|have a name beginning with] {word}",
    good=_starting,
    bad=[changed(ext="zzz"), lambda spec, s: changed(stem=f"my{spec.stem}")(spec, s), _FOLDER],
    holds=lambda item, s: _ends(item, s.kind) and item.name.startswith(s.word),
)  # fmt: skip
KIND_CONTAINS = Criterion(
    "kindcontains", "head", "-type f -name '*{word}*.{kind.ext}'", noun="{kind}",
    post="[with {word} in the name|whose names contain {word}|with {word} in their names]",
    are="[have {word} in their name|have names that contain {word}]",
    good=_containing,
    bad=[changed(ext="zzz"), changed(stem="other"), _FOLDER],
    holds=lambda item, s: _ends(item, s.kind) and s.word in item.name[: -len(s.kind)],
)  # fmt: skip
FOLDERS = Criterion(
    "folders", "head", "-type d", noun="[folders|directories]",
    good=changed(kind="dir", ext=""), bad=[_FILE], holds=lambda item, s: item.node.kind == "dir",
)  # fmt: skip
SUBFOLDERS = Criterion(
    "subfolders", "head", "-mindepth 1 -type d", noun="[subfolders|subdirectories]",
    good=changed(kind="dir", ext=""), bad=[_FILE],
    holds=lambda item, s: item.node.kind == "dir" and item.depth > 0,
)  # fmt: skip
LINKS = Criterion(
    "links", "head", "-type l", noun="[symbolic links|symlinks|soft links]",
    good=changed(kind="link"), bad=[_FILE, _FOLDER],
    holds=lambda item, s: item.node.kind == "link",
)  # fmt: skip
ANY = Criterion(
    "any", "head", "", noun="[files and folders|files and directories|files or folders]"
)
