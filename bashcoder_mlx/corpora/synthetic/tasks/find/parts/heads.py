"""What is searched for: files, kinds of files, folders, links, anything."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import Criterion, changed
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import Item, Spec


def _is_file(item: Item, s: Bound) -> bool:
    return item.node.kind == "file"


def _ends(*names: str) -> Callable[[Item, Bound], bool]:
    """Whether it is a file with one of the extensions that these slots mean."""

    def holds(item: Item, s: Bound) -> bool:
        endings = tuple(f".{s[name].data}" for name in names)
        return item.node.kind == "file" and item.name.endswith(endings)

    return holds


def _ends_any_case(*names: str) -> Callable[[Item, Bound], bool]:
    def holds(item: Item, s: Bound) -> bool:
        endings = tuple(f".{s[name].data}".lower() for name in names)
        return item.node.kind == "file" and item.name.lower().endswith(endings)

    return holds


def _one_of_three(spec: Spec, s: Bound) -> None:
    spec.ext = {"": s.ext, "part1": s.ext2}.get(spec.folder, s.ext3)


def _upper(name: str):
    return lambda s: s[name].data.upper()


_FOLDER, _FILE, _LINK = changed(kind="dir"), changed(kind="file"), changed(kind="link")
_OF_KIND = changed(ext=lambda s: s.kind)
_NO_CASE = (
    "[, ignoring case|, case-insensitively|, with the extension in upper or lower case"
    "|, whatever the case of the extension|, in any case]"
)
_STARTS = "[whose names start with|starting with|with names beginning with] {word}"
_CONTAINS = "[with {word} in the name|whose names contain {word}|with {word} in their names]"

FILES = Criterion(
    "files",
    "head",
    "-type f",
    noun="[files|files|files|files|files|files|files|regular files]",
    one="file",
    bad=[_FOLDER, _LINK],
    holds=_is_file,
)
KIND = Criterion(
    "kind",
    "head",
    "-type f -name {kind}",
    noun="{kind}",
    one="{kind.one}",
    good=_OF_KIND,
    bad=[
        changed(ext=lambda s: f"{s.kind}.part"),
        changed(ext=lambda s: f"x{s.kind}"),
        changed(ext=_upper("kind")),
        _FOLDER,
        _LINK,
    ],
    holds=_ends("kind"),
)
ANY_CASE = Criterion(
    "anycase",
    "head",
    "-type f -iname {kind}",
    noun="{kind}",
    one="{kind.one}",
    tail=_NO_CASE,
    good=lambda spec, s: changed(ext=s.kind.upper() if spec.folder else s.kind)(spec, s),
    bad=[changed(ext=lambda s: f"{s.kind}.part"), _FOLDER, _LINK],
    holds=_ends_any_case("kind"),
)
_PAIR = "[{ext.raw} [and|or] {ext2.raw}|.{ext.raw} [and|or] .{ext2.raw}]"
PAIR = Criterion(
    "pair",
    "head",
    r"-type f \( -name '*.{ext}' -o -name '*.{ext2}' \)",
    noun=f"{_PAIR} files",
    one="[{ext.raw} or {ext2.raw}|.{ext.raw} or .{ext2.raw}] file",
    good=lambda spec, s: changed(ext=s.ext if spec.folder else s.ext2)(spec, s),
    also=[changed(ext=lambda s: s.ext2)],
    bad=[
        changed(ext="zzz"),
        changed(ext=lambda s: f"{s.ext}zz"),
        changed(kind="dir", ext=lambda s: s.ext),
        changed(kind="dir", ext=lambda s: s.ext2),
        changed(kind="link", ext=lambda s: s.ext),
    ],
    holds=_ends("ext", "ext2"),
)
PAIR_ANY_CASE = Criterion(
    "pairanycase",
    "head",
    r"-type f \( -iname '*.{ext}' -o -iname '*.{ext2}' \)",
    noun=f"{_PAIR} files",
    one="[{ext.raw} or {ext2.raw}|.{ext.raw} or .{ext2.raw}] file",
    tail=_NO_CASE,
    good=lambda spec, s: changed(ext=s.ext.upper() if spec.folder else s.ext2)(spec, s),
    also=[changed(ext=_upper("ext2"))],
    bad=[
        changed(ext="zzz"),
        changed(kind="dir", ext=lambda s: s.ext),
        changed(kind="link", ext=lambda s: s.ext),
    ],
    holds=_ends_any_case("ext", "ext2"),
)
TRIPLE = Criterion(
    "triple",
    "head",
    r"-type f \( -name '*.{ext}' -o -name '*.{ext2}' -o -name '*.{ext3}' \)",
    noun="[{ext.raw}, {ext2.raw} [and|or] {ext3.raw}|.{ext.raw}, .{ext2.raw} [and|or] .{ext3.raw}]"
    " files",
    one="{ext.raw}, {ext2.raw} or {ext3.raw} file",
    good=_one_of_three,
    also=[changed(ext=lambda s: s.ext2), changed(ext=lambda s: s.ext3)],
    bad=[
        changed(ext="zzz"),
        changed(kind="dir", ext=lambda s: s.ext3),
        changed(kind="link", ext=lambda s: s.ext),
    ],
    holds=_ends("ext", "ext2", "ext3"),
)
NOT_KIND = Criterion(
    "notkind",
    "head",
    "-type f ! -name {kind}",
    noun="files",
    one="file",
    post="[other than {kind}|that are not {kind}|except {kind}|but no {kind}]",
    are="are not {kind}",
    good=changed(ext="zzz"),
    bad=[_OF_KIND, _FOLDER, _LINK],
    holds=lambda item, s: item.node.kind == "file" and not _ends("kind")(item, s),
)
NOT_PAIR = Criterion(
    "notpair",
    "head",
    "-type f ! -name '*.{ext}' ! -name '*.{ext2}'",
    noun="files",
    one="file",
    post=f"[other than {_PAIR} files|except {_PAIR} files|that are neither "
    "[.|]{ext.raw} nor [.|]{ext2.raw} files]",
    are="are neither {ext.raw} nor {ext2.raw} files",
    good=changed(ext="zzz"),
    bad=[changed(ext=lambda s: s.ext), changed(ext=lambda s: s.ext2), _FOLDER, _LINK],
    holds=lambda item, s: item.node.kind == "file" and not _ends("ext", "ext2")(item, s),
)
KIND_STARTS = Criterion(
    "kindstarts",
    "head",
    "-type f -name '{word}*.{kind.ext}'",
    noun="{kind}",
    one="{kind.one}",
    post=_STARTS,
    single="[whose name starts with|with a name beginning with] {word}",
    are="[have names that start with|have a name beginning with] {word}",
    good=lambda spec, s: changed(ext=s.kind, stem=f"{s.word}-{spec.stem}")(spec, s),
    bad=[
        changed(ext="zzz"),
        lambda spec, s: changed(stem=f"my{spec.stem}")(spec, s),
        _FOLDER,
        _LINK,
    ],
    holds=lambda item, s: _ends("kind")(item, s) and item.name.startswith(s.word),
)
KIND_CONTAINS = Criterion(
    "kindcontains",
    "head",
    "-type f -name '*{word}*.{kind.ext}'",
    noun="{kind}",
    one="{kind.one}",
    post=_CONTAINS,
    single="[with {word} in its name|whose name contains {word}]",
    are="[have {word} in their name|have names that contain {word}]",
    good=lambda spec, s: changed(ext=s.kind, stem=f"{spec.stem}-{s.word}x")(spec, s),
    bad=[changed(ext="zzz"), changed(stem="other"), _FOLDER, _LINK],
    holds=lambda item, s: _ends("kind")(item, s) and s.word in item.name[: -len(s.kind)],
)
KIND_BUT = Criterion(
    "kindbut",
    "head",
    "-type f -name '*.{kind.ext}' ! -name '*.{infix}.{kind.ext}'",
    noun="{kind}",
    one="{kind.one}",
    post="[except *.{infix}.{kind.ext}|but not *.{infix}.{kind.ext}"
    "|other than *.{infix}.{kind.ext}]",
    are="are not *.{infix}.{kind.ext}",
    good=_OF_KIND,
    bad=[changed(ext="zzz"), changed(ext=lambda s: f"{s.infix}.{s.kind}"), _FOLDER, _LINK],
    holds=lambda item, s: _ends("kind")(item, s) and not item.name.endswith(f".{s.infix}.{s.kind}"),
    slots={"infix": one_of("min", "test", "spec", "old", "bak", "gen", "tmp", "draft", "en")},
)
_EVERYTHING = (
    "[[files and folders|entries|things] [ending in .{ext.raw}|[named|matching] *.{ext.raw}]"
    "|*.{ext.raw}]"
)
MATCHING = Criterion(
    "matching",
    "head",
    "-name '*.{ext}'",
    noun=_EVERYTHING,
    one="[file|entry] ending in .{ext.raw}",
    good=changed(ext=lambda s: s.ext),
    bad=[changed(ext=lambda s: f"{s.ext}x"), changed(ext=_upper("ext"))],
    holds=lambda item, s: item.name.endswith(f".{s.ext}"),
)
MATCHING_ANY_CASE = Criterion(
    "imatching",
    "head",
    "-iname '*.{ext}'",
    noun=_EVERYTHING,
    one="[file|entry] ending in .{ext.raw}",
    tail=_NO_CASE,
    good=changed(ext=lambda s: s.ext),
    also=[changed(ext=_upper("ext"))],
    bad=[changed(ext=lambda s: f"{s.ext}x")],
    holds=lambda item, s: item.name.lower().endswith(f".{s.ext}"),
)
FOLDERS = Criterion(
    "folders",
    "head",
    "-type d",
    noun="[folders|directories]",
    one="[folder|directory]",
    good=changed(kind="dir", ext=""),
    bad=[_FILE, _LINK],
    holds=lambda item, s: item.node.kind == "dir",
)
SUBFOLDERS = Criterion(
    "subfolders",
    "head",
    "-mindepth 1 -type d",
    noun="[subfolders|subdirectories]",
    one="[subfolder|subdirectory]",
    good=changed(kind="dir", ext=""),
    bad=[_FILE],
    holds=lambda item, s: item.node.kind == "dir" and item.depth > 0,
)
LINKS = Criterion(
    "links",
    "head",
    "-type l",
    noun="[symbolic links|symlinks|soft links]",
    one="[symbolic link|symlink]",
    good=changed(kind="link"),
    bad=[_FILE, _FOLDER],
    holds=lambda item, s: item.node.kind == "link",
)
ANY = Criterion(
    "any",
    "head",
    "",
    noun="[files and folders|files and directories|files or folders|entries]",
    one="[file or folder|file or directory|entry]",
    good=lambda spec, s: changed(kind="dir" if spec.folder == "part1" else spec.kind)(spec, s),
)
