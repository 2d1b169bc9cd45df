"""What plain scripts do with a file, `$file`, and the lines that this prints."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World

Act = Callable[[World, str, Bound], object]


@dataclass(frozen=True)
class Action:
    """In English, X stands for the file or files."""

    key: str
    say: Sequence[str]
    does: str
    lines: Sequence[str]
    act: Act
    """Changes the world and returns the lines that are printed; TARGET is a folder."""
    on: str = "file"
    message: str = ""
    """Of a report; without one there is none."""
    start: Sequence[str] = ()
    cost: int = 0


def _base(name: str) -> str:
    return name.rpartition("/")[2]


def _folder(name: str) -> str:
    return name[: len(name) - len(_base(name))]


def _quiet(change: Act) -> Act:
    """For what prints nothing."""
    return lambda world, name, s: change(world, name, s) and () or []


def _pack(world: World, name: str, s: Bound) -> None:
    packed = Archive(world[name].data, "gz")
    world.move(name, f"{name}.gz")
    world.hold(f"{name}.gz", packed)


def _mode(mode: int) -> Act:
    return _quiet(lambda world, name, s: setattr(world[name], "mode", mode))


def _write(world: World, name: str, lines: Sequence[str]) -> None:
    world[name].data = "".join(f"{line}\n" for line in lines).encode()


def _renamed(new: Callable[[str, Bound], str]) -> Act:
    def act(world: World, name: str, s: Bound) -> None:
        world.move(name, _folder(name) + new(_base(name), s))

    return _quiet(act)


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


_PRINT = (
    Action(
        "path",
        ("print the path of X", "[list|show] X"),
        "Prints the path of X",
        ('echo "$file"',),
        lambda w, n, s: [n],
        "any",
    ),
    Action(
        "name",
        ("print the bare name of X", "print only the name of X, without the folder"),
        "Prints the name of X without its folder",
        ('basename "$file"',),
        lambda w, n, s: [_base(n)],
        "any",
    ),
    Action(
        "short",
        (
            "print the bare name of X by a parameter expansion",
            "print the name of X, cut after the last slash by ##",
        ),
        "Prints the name of X without its folder",
        ('echo "${file##*/}"',),
        lambda w, n, s: [_base(n)],
        "any",
        cost=1,
    ),
    Action(
        "lines",
        ("print the name and the number of lines of X", "say how many lines X has, after its name"),
        "Prints the name and the number of lines of X",
        ('echo "$file: $(wc -l < "$file")"',),
        lambda w, n, s: [f"{n}: {len(w[n].lines)}"],
    ),
    Action(
        "wc",
        ("count the lines of X by wc", "run wc -l on X"),
        "Counts the lines of X",
        ('wc -l "$file"',),
        lambda w, n, s: [f"{len(w[n].lines)} {n}"],
    ),
    Action(
        "words",
        ("print the name and the number of words of X", "say how many words X has, after its name"),
        "Prints the name and the number of words of X",
        ('echo "$file: $(wc -w < "$file")"',),
        lambda w, n, s: [f"{n}: {len(w[n].text.split())}"],
    ),
    Action(
        "size",
        ("print the name and the size of X in bytes", "say how many bytes X has, after its name"),
        "Prints the name and the size of X in bytes",
        ('echo "$file: $(wc -c < "$file") bytes"',),
        lambda w, n, s: [f"{n}: {w[n].size} bytes"],
    ),
    Action(
        "first",
        ("print the first line of X", "show only the first line of X"),
        "Prints the first line of X",
        ('head -n 1 "$file"',),
        lambda w, n, s: w[n].lines[:1],
    ),
    Action(
        "last",
        ("print the last line of X", "show only the last line of X"),
        "Prints the last line of X",
        ('tail -n 1 "$file"',),
        lambda w, n, s: w[n].lines[-1:],
    ),
    Action(
        "titled",
        ("print the content of X under its name", "show X below a line with its name"),
        "Prints the content of X under its name",
        ('echo "== $file =="', 'cat "$file"'),
        lambda w, n, s: [f"== {n} ==", *w[n].lines],
    ),
)
_CHANGE = (
    Action(
        "backup",
        ("copy X to the same name with .bak added", "make a .bak copy of X"),
        "Copies X to its name with .bak added",
        ('cp "$file" "$file.bak"',),
        _quiet(lambda w, n, s: w.copy(n, f"{n}.bak")),
        message="Copied $file",
    ),
    Action(
        "backup-safe",
        (
            "copy X to its name with .bak added, behind --",
            "make a .bak copy of X, whatever its name begins with",
        ),
        "Copies X to its name with .bak added",
        ('cp -- "$file" "$file.bak"',),
        _quiet(lambda w, n, s: w.copy(n, f"{n}.bak")),
        message="Copied $file",
        cost=1,
    ),
    Action(
        "gzip",
        ("compress X with gzip", "gzip X"),
        "Compresses X with gzip",
        ('gzip "$file"',),
        _quiet(_pack),
        message="Compressed $file",
    ),
    Action(
        "executable",
        ("make X executable", "give X the right to be executed"),
        "Makes X executable",
        ('chmod +x "$file"',),
        lambda w, n, s: setattr(w[n], "mode", w[n].mode | 0o111) or [],
        message="Made executable: $file",
    ),
    Action(
        "private",
        ("set the mode of X to 600", "make X readable and writable by its owner alone"),
        "Sets the mode of X to 600",
        ('chmod 600 "$file"',),
        _mode(0o600),
        message="Changed $file",
        cost=1,
    ),
    Action(
        "remove",
        ("delete X", "remove X"),
        "Deletes X",
        ('rm "$file"',),
        _quiet(lambda w, n, s: w.remove(n)),
        message="Deleted $file",
    ),
    Action(
        "remove-safe",
        ("delete X with rm --", "remove X, even where a name begins with a dash"),
        "Deletes X",
        ('rm -- "$file"',),
        _quiet(lambda w, n, s: w.remove(n)),
        message="Deleted $file",
        cost=1,
    ),
    Action(
        "copy-to",
        (
            "copy X into the folder given as the <nth> argument",
            "put a copy of X into the folder that is the <nth> argument",
        ),
        "Copies X into the folder given as the <nth> argument",
        ('cp "$file" TARGET',),
        _quiet(lambda w, n, s: w.copy(n, f"some  place/{_base(n)}")),
        message="Copied $file",
    ),
    Action(
        "move-to",
        (
            "move X into the folder given as the <nth> argument",
            "put X into the folder that is the <nth> argument",
        ),
        "Moves X into the folder given as the <nth> argument",
        ('mv "$file" TARGET',),
        _quiet(lambda w, n, s: w.move(n, f"some  place/{_base(n)}")),
        message="Moved $file",
    ),
    Action(
        "extension",
        ("change the ending of X to {ext2}", "rename X so that it ends in {ext2}"),
        "Changes the ending of X to .{ext2.raw}",
        ('mv "$file" "${file%.*}.{ext2}"',),
        _renamed(lambda name, s: f"{_stem(name)}.{s.ext2}"),
        message="Renamed $file",
    ),
    Action(
        "extension-safe",
        (
            "change the ending of X to {ext2} with mv --",
            "rename X to end in {ext2}, even where a name begins with a dash",
        ),
        "Changes the ending of X to .{ext2.raw}",
        ('mv -- "$file" "${file%.*}.{ext2}"',),
        _renamed(lambda name, s: f"{_stem(name)}.{s.ext2}"),
        message="Renamed $file",
    ),
    Action(
        "sort",
        ("sort the lines of X in place", "sort X, the result in the same file"),
        "Sorts the lines of X in place",
        ('sort -o "$file" "$file"',),
        lambda w, n, s: _write(w, n, sorted(w[n].lines)) or [],
        message="Sorted $file",
        cost=1,
    ),
    Action(
        "append",
        ("append the line {word} to X", "add the line {word} at the end of X"),
        "Appends the line {word.raw} to X",
        ('echo "{word.raw}" >> "$file"',),
        lambda w, n, s: _write(w, n, [*w[n].lines, s.word]) or [],
        message="Changed $file",
        cost=1,
    ),
)
COUNT = Action(
    "count",
    (
        "count <all> by a loop",
        "[print|show|say] how many <many> there are <place>, by a loop",
        "[print|show] the number of <many> <place>, counted in a loop",
        "count <all> in a loop",
        "[find out|tell me] how many <many> there are <place>, with a counter",
        "[compute|work out] the number of <many> <place>, with a counter",
        "loop over <all> and count them",
        "[go through|run over] <all>, counting them",
    ),
    "Counts X",
    (),
    lambda w, n, s: [],
    "any",
)
ACTIONS = (*_PRINT, *_CHANGE)
