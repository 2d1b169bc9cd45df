"""Parts of a folder: hidden names, folders only, names that match, numbers of entries, trees."""

import posixpath
from collections.abc import Callable, Iterator

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Task, any_order, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import HERE, at_root, counted, top
from bashcoder_mlx.corpora.synthetic.tasks.find_query import FOLDER
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.world import World, is_hidden

_SHOW = "[list|show|display|print]"
_COUNT = "[count|print the number of|show the number of]"
_FOLDERS = "[folders|directories|subfolders|subdirectories]"
_HIDDEN = "[hidden files|dotfiles|hidden ones]"
_WITH = "[including [hidden files|dotfiles|the hidden ones]|hidden [ones|files] too|with the hidden ones|even [the hidden ones|dotfiles]]"
_IN = "[in|inside] {dir}"
_PLACES = (("", "", HERE), ("-dir", " {dir}", _IN))

Pick = Callable[[World, Bound], object]


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for end, argument, where in _PLACES:
        yield from _hidden(end, argument, where)
        yield from _only(end, argument, where)
        yield from _numbers(end, argument, where)
        yield from _trees(end, argument, where)
    yield from _named()
    yield from _depth()


def _children(world: World, s: Bound, kind: str | None = None) -> list[str]:
    return [posixpath.basename(path) for path in world.paths(top(s), kind, depth=1)]


def _visible(names: list[str]) -> list[str]:
    return [name for name in names if not is_hidden(name)]


def _setup(world: World, s: Bound) -> None:
    for path in ("notes.txt", "b.csv", "photos/cat.jpg", "photos/old/dog.jpg", "empty/.keep",
                 ".env", ".config/app.conf", "todo.txt", "src/main.py"):  # fmt: skip
        world.file(f"{top(s)}/{path}", "text\n")
    if "dir" in s:
        world.file("outside/x.txt", "no")
        world.file(".outside", "no")


def _task(name: str, run, say, explain: str, expect: Pick, ask=(), setup=_setup, mac=None, **more):
    tools = ("ls", "tree", "find", "du")
    before = more.pop("before", "") or at_root(*tools)
    slots = {**({} if "kind" in run or "word" in run else FOLDER), **more.pop("slots", {})}
    return text_task(f"files_select.{name}", say, run, [explain], setup, expect, ask, mac,
                     before=before, slots=slots, **more)  # fmt: skip


def _hidden(end: str, argument: str, where: str) -> Iterator[Task]:
    place = "in {dir}" if end else "in the current directory"
    masked = at_root("ls", then="awk '$1 != \"total\" {print $1, $NF}'")

    def long(world: World, s: Bound) -> list[str]:
        letters = {"dir": "drwxr-xr-x", "file": "-rw-r--r--"}
        found = [(name, letters[world[f"{top(s)}/{name}"].kind]) for name in _children(world, s)]
        return [f"{mode} {name}" for name, mode in found]

    yield _task(
        f"all{end}", f"ls -a{argument}",
        [f"{_SHOW} [all|] [the|] files {where}, {_WITH}", f"{_SHOW} [everything|all entries] {where}, {_WITH}",
         f"{_SHOW} [the|] files {where}, also [the|] {_HIDDEN}"],
        f"Lists all entries {place}, hidden ones too.",
        lambda world, s: [".", "..", *_children(world, s)], weight=3,
    )  # fmt: skip
    yield _task(
        f"almost-all{end}", f"ls -A{argument}",
        [f"{_SHOW} [all|] files {where}, {_WITH}, [but not|except|without] . and ..",
         f"{_SHOW} everything {where} [but|except] . and .."],
        f"Lists all entries {place}, hidden ones too, but not . and .. themselves.", _children,
    )  # fmt: skip
    yield _task(
        f"all-long{end}", f"ls -la{argument}",
        [f"{_SHOW} [all|] [the|] files {where} [in detail|with details], {_WITH}",
         f"{_SHOW} the permissions of [all|] files {where}, {_WITH}",
         f"show a [long|detailed] listing of everything {where}, {_WITH}"],
        f"Lists all entries {place} in long format, hidden ones too.",
        lambda world, s: ["drwxr-xr-x .", "drwxr-xr-x ..", *long(world, s)], before=masked, weight=3,
    )  # fmt: skip
    yield _task(
        f"all-long-human{end}", f"ls -lah{argument}",
        [f"{_SHOW} [all|] [the|] files {where} with details and readable sizes, {_WITH}",
         f"{_SHOW} all files {where} with [human-readable|readable] sizes, {_WITH}"],
        f"Lists all entries {place} in long format with readable sizes, hidden ones too.",
        lambda world, s: ["drwxr-xr-x .", "drwxr-xr-x ..", *long(world, s)], before=masked,
    )  # fmt: skip
    only = "ls -A {dir} | grep '^\\.'" if end else "ls -d .[!.]*"
    yield _task(
        f"hidden-only{end}", only,
        [f"{_SHOW} [only|just] the [hidden files|dotfiles|hidden files and folders] {where}",
         f"{_SHOW} [all|] [hidden files|dotfiles] {where}"],
        f"Lists only the hidden entries {place}.",
        lambda world, s: [name for name in _children(world, s) if is_hidden(name)],
        [f"[which|what] [hidden files|dotfiles] are {where}?", f"[hidden files|dotfiles] {where}"], weight=2,
    )  # fmt: skip
    yield _task(
        f"recursive{end}", f"ls -R{argument}",
        [f"{_SHOW} [the|all|] files {where} recursively with ls",
         f"use ls to [list|show] [the|all|] files {where} recursively",
         f"{_SHOW} {'{dir}' if end else 'this folder'} and its subfolders folder by folder with ls"],
        f"Lists the entries {place} and in all folders below.",
        lambda world, s: _recursive(world, top(s)), weight=2,
    )  # fmt: skip


def _recursive(world: World, folder: str) -> str:
    parts, waiting = [], [folder]
    while waiting:
        here = waiting.pop(0)
        names = [p for p in world.paths(here, depth=1) if not is_hidden(p)]
        shown = here if folder != "." or here == "." else f"./{here}"
        parts.append("\n".join([f"{shown}:", *(posixpath.basename(name) for name in names)]) + "\n")
        waiting = [p for p in names if world[p].kind == "dir"] + waiting
    return "\n".join(parts)


def _only(end: str, argument: str, where: str) -> Iterator[Task]:
    place = "in {dir}" if end else "in the current directory"
    base = f"{argument.strip()}/" if end else ""
    prefix = (lambda s: f"{s.dir}/") if end else (lambda s: "")
    yield text_task(
        f"files_select.folders{end}",
        [f"{_SHOW} [only|just] [the|] {_FOLDERS} {where}", f"{_SHOW} [the|all|] {_FOLDERS} {where}"],
        f"ls -d {base}*/", [f"Lists the directories {place}."], _setup,
        lambda world, s: [f"{prefix(s)}{name}/" for name in _visible(_children(world, s, "dir"))],
        [f"[which|what] {_FOLDERS} are {where}?", f"{_FOLDERS} {where}"], weight=2,
    )  # fmt: skip
    yield text_task(
        f"files_select.folders-long{end}",
        [f"{_SHOW} [only|just|] [the|] {_FOLDERS} {where} [with|and their] details",
         f"{_SHOW} the permissions of [all|] [the|] {_FOLDERS} {where}"],
        f"ls -ld {base}*/", [f"Lists the directories {place} in long format."], _setup,
        lambda world, s: [f"drwxr-xr-x {prefix(s)}{n}/" for n in _visible(_children(world, s, "dir"))],
        before=at_root("ls", then="awk '{print $1, $NF}'"),
    )  # fmt: skip
    yield _task(
        f"files-only{end}", f"ls -p{argument} | grep -v /",
        [f"{_SHOW} [only|just] [the|] files {where}, [not|without|no] [the|] [folders|directories]",
         f"{_SHOW} the files {where} but [not|no] [the|] {_FOLDERS}"],
        f"Lists the files {place} without the directories.",
        lambda world, s: _visible(_children(world, s, "file")),
    )  # fmt: skip
    yield _task(
        f"itself{end}", f"ls -ld{argument}",
        [f"{_SHOW} the [permissions|owner and permissions|details] of "
         + ("{dir} itself[, not of its contents|]" if end else "[this folder|the current directory] itself")],
        f"Shows the details of {'{dir}' if end else 'the current directory'} itself.",
        lambda world, s: ["drwxr-xr-x " + top(s)], ["what are the permissions of {dir} itself?" if end
         else "[who owns|what are the permissions of] this folder?"], before=at_root("ls", then="sed 's/ .*[0-9] / /'"),
    )  # fmt: skip


def _numbers(end: str, argument: str, where: str) -> Iterator[Task]:
    place = "in {dir}" if end else "in the current directory"
    base = f"{argument.strip()}/" if end else ""
    ask = lambda noun: [f"how many {noun} are [there|] {where}?", f"number of {noun} {where}"]
    visible = "[files|entries|things|items]"
    everything = f"[files|entries] {where}, {_WITH}"
    yield _task(
        f"count{end}", f"ls{argument} | wc -l", [f"{_COUNT} {visible} {where}"],
        f"Counts the entries {place}.", lambda world, s: counted(_visible(_children(world, s))),
        ask(visible), weight=2,
    )  # fmt: skip
    yield _task(
        f"count-all{end}", f"ls -A{argument} | wc -l", [f"{_COUNT} {everything}"],
        f"Counts the entries {place}, hidden ones too.",
        lambda world, s: counted(_children(world, s)), [f"how many {everything}?"],
    )  # fmt: skip
    yield text_task(
        f"files_select.count-folders{end}", [f"{_COUNT} [{_FOLDERS[1:-1]}] {where}"],
        f"ls -d {base}*/ | wc -l", [f"Counts the directories {place}."], _setup,
        lambda world, s: counted(_visible(_children(world, s, "dir"))), ask(_FOLDERS),
    )  # fmt: skip
    yield text_task(
        f"files_select.count-kind{end}", [f"{_COUNT} {{kind}} {where}"],
        f"ls {base}*.{{kind.ext}} | wc -l", [f"Counts the {{kind}} {place}."], _kind_setup,
        lambda world, s: counted(world.glob(f"{top(s)}/*.{s.kind}" if end else f"*.{s.kind}")),
        ask("{kind}"), weight=2,
    )  # fmt: skip


def _kind_setup(world: World, s: Bound) -> None:
    for path in (
        f"a.{s.kind}",
        f"b.{s.kind}",
        f"c.{s.kind}",
        f"d.{s.kind}x",
        f"x/e.{s.kind}",
        f".f.{s.kind}",
    ):
        world.file(f"{top(s)}/{path}", "text\n")
    if "dir" in s:
        world.file(f"outside.{s.kind}", "no")


def _names_setup(world: World, s: Bound) -> None:
    ext = s.ext if "ext" in s else "txt"
    for name in (f"{s.word}.{ext}", f"{s.word}-two.{ext}", f"my{s.word}.{ext}", f"a{s.word}b.zip", f"other.{ext}",
                 f"{s.word}.zzz", s.word.upper() + "Q.TXT", f".{s.word}"):  # fmt: skip
        world.file(f"{top(s)}/{name}", "text\n")
    if "dir" in s:
        world.file(f"outside/{s.word}.{ext}", "no")


_NAMED = (
    ("starts", "{word}*", "[starting with|whose names [start|begin] with|that begin with] {word}", lambda n, s: n.startswith(s.word)),
    ("ends", "*{word}.*", "[whose names end with|ending in] {word} before the extension", lambda n, s: n.partition(".")[0].endswith(s.word) and "." in n),
    ("contains", "*{word}*", "[with {word} in the name|whose names contain {word}|containing {word} in their names]", lambda n, s: s.word in n),
    ("starts-ext", "{word}*.{ext}", "[starting with|that begin with] {word} and ending in {ext}", lambda n, s: n.startswith(s.word) and n.endswith(f".{s.ext}")),
    ("two-kinds", "*.{ext} {base}*.{ext2}", "[ending in|with the extension] {ext} or {ext2}", lambda n, s: n.endswith((f".{s.ext}", f".{s.ext2}"))),
    ("not-kind", "--ignore='*.{ext}'", "[except|but not|without] {ext} files", lambda n, s: not n.endswith(f".{s.ext}")),
    ("one-letter", "?.*", "with a name of one character before the extension", lambda n, s: n[1:2] == "."),
    ("digits", "*[0-9]*", "[with a digit in the name|whose names contain a digit|that have a number in their name]", lambda n, s: any(c.isdigit() for c in n)),
    ("capital", "[[:upper:]]*", "[starting with a capital letter|whose names start with an upper case letter]", lambda n, s: n[:1].isupper()),
)  # fmt: skip


def _any_setup(world: World, s: Bound) -> None:
    if "word" in s:
        _names_setup(world, s)
        return
    exts = [s[name].data for name in ("ext", "ext2") if name in s] or ["txt"]
    for name in ("a", "b2", "cd", "Capital", ".hidden"):
        for ext in exts:
            world.file(f"{top(s)}/{name}.{ext}", "text\n")
    world.file(f"{top(s)}/near.{exts[0]}.bak", "text\n")
    world.file(f"{top(s)}/Makefile.zzz" if "ext" in s else f"{top(s)}/readme.txt", "text\n")


def _named() -> Iterator[Task]:
    for end, base, where in (("", "", HERE), ("-dir", "{dir}/", _IN)):
        for name, pattern, post, holds in _NAMED:
            text = pattern.replace("{base}", base)
            ignore = name == "not-kind"
            run = f"ls {text}{' {dir}' if end else ''}" if ignore else f"ls {base}{text}"
            full = lambda s, end=end, ignore=ignore: f"{top(s)}/" if end and not ignore else ""
            yield text_task(
                f"files_select.{name}{end}",
                [f"{_SHOW} [the|all|all the|] files {where} {post}", f"{_SHOW} [the|all|] files {post} {where}"],
                run, [f"Lists the files {where if end else 'here'} {post}."], _any_setup,
                lambda world, s, holds=holds, full=full: any_order([
                    full(s) + n for n in _visible(_children(world, s, "file")) if holds(n, s)]),
                [f"[which|what] files {where} {post}?"] if "whose" not in post and "with" not in post else
                [f"files {where} {post}"], mac="" if ignore else None,
            )  # fmt: skip


# ---- tree


def _drawn(world: World, folder: str, keep: Callable[[str], bool], depth: int = 99) -> list[str]:
    """The lines of `tree --charset=ascii` below a folder."""
    names = [path for path in world.paths(folder, depth=1) if keep(path)]
    lines = []
    for path in names:
        last = path == names[-1]
        lines.append(f"{'`' if last else '|'}-- {posixpath.basename(path)}")
        if world[path].kind == "dir" and depth > 1:
            lead = "    " if last else "|   "
            lines += [lead + line for line in _drawn(world, path, keep, depth - 1)]
    return lines


_TREE = 'tree() { command tree --charset=ascii --noreport "${@/#\\//}"; }\nHOME=home'
_DRAW = "[show|draw|print|display]"


def _tree(name: str, run: str, say, explain: str, keep, depth=lambda s: 99, ask=()) -> Task:
    def expect(world: World, s: Bound) -> list[str]:
        return [top(s), *_drawn(world, top(s), lambda path: keep(world, path, s), depth(s))]

    return _task(f"tree-{name}", run, say, explain, expect, ask, mac="", before=_TREE)


def _trees(end: str, argument: str, where: str) -> Iterator[Task]:
    what = "{dir}" if end else "[this folder|the current directory|this directory]"
    plain = "{dir}" if end else "the current directory"
    seen = lambda world, path, s: not is_hidden(path)
    yield _tree(
        f"plain{end}", f"tree{argument}",
        [f"{_DRAW} {what} as a tree", f"{_DRAW} the [folder|directory] [tree|structure] of {what}",
         f"{_DRAW} the [tree|hierarchy] of files {where}"],
        f"Draws {plain} and everything below it as a tree.", seen,
    )  # fmt: skip
    yield _tree(
        f"folders{end}", f"tree -d{argument}",
        [f"{_DRAW} [only|just] the {_FOLDERS} {where} as a tree", f"{_DRAW} a tree of the {_FOLDERS} of {what}, without files"],
        f"Draws the directories below {plain} as a tree.",
        lambda world, path, s: not is_hidden(path) and world[path].kind == "dir",
    )  # fmt: skip
    yield _tree(
        f"all{end}", f"tree -a{argument}",
        [f"{_DRAW} {what} as a tree, {_WITH}", f"{_DRAW} a tree of [all files|everything] {where}, {_WITH}"],
        f"Draws {plain} as a tree, hidden entries too.", lambda world, path, s: True,
    )  # fmt: skip
    level = "[down to {level} levels|at most {level} levels deep|limited to a depth of {level}]"
    yield text_task(
        f"files_select.tree-level{end}",
        [f"{_DRAW} {what} as a tree, {level}", f"{_DRAW} the [folder|directory] tree of {what}, {level}"],
        f"tree -L {{level}}{argument}", [f"Draws {plain} as a tree, at most {{level}} levels deep."], _setup_deep,
        lambda world, s: [top(s), *_drawn(world, top(s), lambda path: not is_hidden(path), s.level)],
        mac="", before=_TREE, slots={**FOLDER, "level": SLOTS["count"]},
    )  # fmt: skip
    yield text_task(
        f"files_select.tree-kind{end}",
        [f"{_DRAW} [only|just] the {{kind}} {where} [in|as] a tree", f"{_DRAW} a tree of [the|all|] {{kind}} {where}"],
        f"tree -P {{kind}} --prune{argument}", [f"Draws the {{kind}} below {plain} as a tree."], _tree_kind_setup,
        lambda world, s: [top(s), *_drawn(world, top(s), lambda p: _leads_to_kind(world, p, s.kind))],
        mac="", before=_TREE, slots=FOLDER,
    )  # fmt: skip
    skip = "[without|except|leaving out|but ignore] [the folder|] {skipped}"
    yield text_task(
        f"files_select.tree-skip{end}",
        [f"{_DRAW} {what} as a tree {skip}", f"{_DRAW} the tree of {what} {skip}"],
        f"tree -I {{skipped}}{argument}", [f"Draws {plain} as a tree without {{skipped}}."], _tree_skip_setup,
        lambda world, s: [top(s), *_drawn(world, top(s), lambda p: not is_hidden(p) and posixpath.basename(p) != s.skipped)],
        mac="", before=_TREE, slots={**FOLDER, "skipped": SLOTS["stem"]},
    )  # fmt: skip


def _setup_deep(world: World, s: Bound) -> None:
    world.file("/".join([top(s), *(f"d{i}" for i in range(s.level + 2))]) + "/x.txt")
    world.file(f"{top(s)}/a.txt")


def _leads_to_kind(world: World, path: str, ext: str) -> bool:
    inside = [path] if world[path].kind == "file" else world.files(path)
    return not is_hidden(path) and any(p.endswith(f".{ext}") and not is_hidden(p) for p in inside)


def _tree_kind_setup(world: World, s: Bound) -> None:
    for path in (f"a.{s.kind}", f"b.{s.kind}x", f"in/c.{s.kind}", "empty/d.zzz", f".e.{s.kind}"):
        world.file(f"{top(s)}/{path}")


def _tree_skip_setup(world: World, s: Bound) -> None:
    for path in ("a.txt", f"{s.skipped}/b.txt", f"in/{s.skipped}/c.txt", f"in/x{s.skipped}/d.txt"):
        world.file(f"{top(s)}/{path}")


def _depth() -> Iterator[Task]:
    yield _task(
        "tree-folders-level", "tree -d -L 2 {dir}",
        [f"{_DRAW} the {_FOLDERS} of {{dir}} as a tree, two levels deep", f"{_DRAW} two levels of {_FOLDERS} below {{dir}} as a tree"],
        "Draws two levels of directories below {dir} as a tree.",
        lambda world, s: [top(s), *_drawn(world, top(s), lambda p: not is_hidden(p) and world[p].kind == "dir", 2)],
        mac="", before=_TREE,
        setup=lambda world, s: silent(_setup(world, s), world.file(f"{top(s)}/photos/old/older/x")),
    )  # fmt: skip
