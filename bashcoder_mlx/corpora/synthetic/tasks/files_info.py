"""Facts about files and places: stat, file, paths and their parts, pwd, cd and pushd."""

import posixpath
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, nothing, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import HERE
from bashcoder_mlx.corpora.synthetic.tasks.files_sources import KIND, TWO
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.world import World

_SHOW = "[show|print|get]"

# Name, GNU's format, BSD's, wording, questions, what comes out for a file and for a folder.
_STATS = (
    ("size", "%s", "%z", "the size of {N} in bytes", ["how [big|large] is {N} in bytes?", "how many bytes is {N}, by its metadata?"], "6", None, 2.0),
    ("octal", "%a", "%Lp", "the [permissions|mode] of {N} [as a number|in octal|as an octal number]", ["[what|which] octal mode has {N}?"], "640", "750", 2.0),
    ("letters", "%A", "%Sp", "the permissions of {N} as letters[, such as rw-r--r--|]", [], "-rw-r-----", None, 1.0),
    ("owner", "%U", "%Su", "the owner of {N}", ["who owns {N}?", "which user owns {N}?"], "dev", "dev", 2.0),
    ("group", "%G", "%Sg", "the group of {N}", ["which group does {N} belong to?"], "dev", "dev", 1.0),
    ("owner-group", "%U:%G", "%Su:%Sg", "the owner and [the|] group of {N} with a colon between [them|]", [], "dev:dev", "dev:dev", 0.7),
    ("uid", "%u", "%u", "the numeric user id of the owner of {N}", [], "1000", "1000", 0.5),
    ("modified", "%y", "%Sm", "[when {N} was last [modified|changed]|the [modification time|modification date] of {N}]", ["when was {N} last [modified|changed]?"], "2001-09-09 01:46:40.000000000 +0000", None, 2.0),
    ("modified-epoch", "%Y", "%m", "the modification time of {N} [as a Unix timestamp|in seconds since 1970|as Unix time]", [], "1000000000", None, 1.0),
    ("accessed", "%x", "%Sa", "[when {N} was last [read|accessed]|the access time of {N}]", ["when was {N} last [read|accessed|opened]?"], "2001-09-09 01:46:40.000000000 +0000", None, 1.0),
    ("node-type", "%F", "%HT", "whether {N} is a [regular file, a folder or a link|file, a directory or something else]", ["is {N} a file or a folder?"], "regular file", None, 0.7),
    ("links", "%h", "%l", "the number of hard links [of|to] {N}", ["how many hard links has {N}?"], "1", None, 0.7),
    ("name-size", "'%n %s'", "'%N %z'", "the name and the size in bytes of {N}", [], None, None, 0.7),
)  # fmt: skip


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _stats()
    yield from _types()
    yield from _parts()
    yield from _places()


def _task(name: str, run, say, explain: str, setup, expect, ask=(), mac=None, **more):
    return text_task(f"files_info.{name}", say, run, [explain], setup, expect, ask, mac, **more)


def _plain(said: str) -> str:
    while "[" in said:
        start = said.rindex("[")
        end = said.index("]", start)
        said = said[:start] + said[start + 1 : end].split("|")[0] + said[end + 1 :]
    return said


def _stats() -> Iterator[Task]:
    file = lambda world, s: silent(setattr(world.file(s.file, "12345\n", 0o640), "mtime", 1e9))
    folder = lambda world, s: silent(
        world.file(f"{s.dir}/in.txt", "x"), world.dir(s.dir), setattr(world[s.dir], "mode", 0o750)
    )
    for key, gnu, bsd, said, asks, result, of_folder, weight in _STATS:
        noun = said.replace("{N}", "{file}")
        yield _task(
            key, f"stat -c {gnu} {{file}}", [f"{_SHOW} {noun}"], f"Prints {_plain(noun)}.", file, lambda world, s, result=result: [result or f"{s.file} 6"], [a.replace("{N}", "{file}") for a in asks],
            mac=f"stat -f {bsd} {{file}}", weight=weight,
        )  # fmt: skip
        if of_folder:
            noun = said.replace("{N}", "{dir}")
            yield _task(f"{key}-folder", f"stat -c {gnu} {{dir}}", [f"{_SHOW} {noun}"], f"Prints {_plain(noun)}.", folder, lambda world, s, found=of_folder: [found], [a.replace("{N}", "{dir}") for a in asks], mac=f"stat -f {bsd} {{dir}}", weight=weight * 0.6)  # fmt: skip
    for source in (TWO, KIND):
        for key, gnu, bsd, what in (
            ("sizes", "'%s %n'", "'%z %N'", "the size in bytes and the name"),
            ("modes", "'%a %n'", "'%Lp %N'", "the octal [permissions|mode] and the name"),
        ):
            yield _task(
                f"{key}-{source.key}", f"stat -c {gnu} {source.text}", [f"{_SHOW} {what} of {'each of ' if source is KIND else ''}{source.said}"], f"Prints {_plain(what)} of {source.does}.", source.setup,
                lambda world, s, source=source, key=key: [f"{world[p].size if key == 'sizes' else '644'} {p}" for p in source.paths(world, s)], mac=f"stat -f {bsd} {source.text}",
            )  # fmt: skip
    yield _task("all", "stat {file}", ["[show|print] [all|all the|] [details|metadata|information] [of|about] {file}", "[show|print] size, owner, permissions and all times of {file}"], "Prints size, owner, permissions and times of {file}.", file,
                lambda world, s: [f"File: {s.file}"], ["details of {file}", "metadata of {file}"], mac="stat -x {file}", before="stat() { command stat \"$@\" | sed -n 's/^ *File: /File: /p'; }", weight=2)  # fmt: skip
    yield _task("inode", "ls -i {file}", ["[show|print] the inode number of {file}"], "Prints the inode number of {file}.", file, lambda world, s: [f"ok {s.file}"], ["what is the inode of {file}?"], before="ls() { command ls \"$@\" | sed 's/^ *[0-9]* /ok /'; }")  # fmt: skip
    yield _task("newer", "[ {file} -nt {file2} ] && echo {file}", ["print {file.raw} if it is newer than {file2.raw}", "check whether {file.raw} is newer than {file2.raw} and print its name if so"], "Prints {file.raw} if it is newer than {file2.raw}.",
                lambda world, s: silent(world.file(s.file, days=1), world.file(s.file2, days=5)), lambda world, s: [s.file])  # fmt: skip


def _types() -> Iterator[Task]:
    def setup(world: World, s: Bound) -> None:
        name = s.file if "file" in s else f"{s.dir}/b.txt" if "dir" in s else f"a.{s.kind}"
        world.file(name, "plain words\nin lines\n")
        if "dir" in s:
            world.file(f"{s.dir}/c.sh", "#!/bin/bash\necho hi\n")

    for key, flags, say, does, result, asks, mac in (
        ("type", "", ["[show|print|find out] [the type of {file}|what kind of file {file} is]", "[determine|identify] the [type|format] of {file}"], "Says what kind of file {file} is", lambda s: [f"{s.file}: ASCII text"], ["what [type|kind] of file is {file}?"], None),
        ("type-brief", "-b ", ["[show|print] the type of {file} without [its|the] name", "[show|print] only the type of {file}"], "Says what kind of file {file} is, without its name", lambda s: ["ASCII text"], [], None),
        ("mime", "--mime-type ", ["[show|print] the MIME type of {file}", "[find out|detect] the [MIME type|media type] of {file}"], "Prints the MIME type of {file}", lambda s: [f"{s.file}: text/plain"], ["what is the MIME type of {file}?"], None),
        ("mime-brief", "-b --mime-type ", ["[show|print] only the MIME type of {file}, without [its|the] name"], "Prints the MIME type of {file} without its name", lambda s: ["text/plain"], [], None),
        ("encoding", "-b --mime-encoding ", ["[show|print|detect] the [character|text] encoding of {file}", "[find out|guess] which encoding {file} has"], "Prints the character encoding of {file}", lambda s: ["us-ascii"], ["[which|what] encoding [has {file}|is {file} in]?"], None),
    ):  # fmt: skip
        yield _task(
            key,
            f"file {flags}{{file}}",
            say,
            f"{does}.",
            setup,
            lambda world, s, result=result: result(s),
            asks,
            mac=mac,
            weight=1.5,
        )
    yield _task("types-folder", "file {dir}/*", ["[show|print|list] the type of [every|each] file [in|inside] {dir}", "[find out|identify] what kind of files are in {dir}"], "Says for every file of {dir} what kind it is.", setup, lambda world, s: [f"{s.dir}/b.txt: ASCII text", f"{s.dir}/c.sh:  Bourne-Again shell script, ASCII text executable"], ["what kinds of files are in {dir}?"])  # fmt: skip
    yield _task("types-here", "file *", [f"[show|print|list] the type of [every|each] file {HERE}"], "Says for every file of the current directory what kind it is.", lambda world, s: silent(world.file("b.txt", "plain words\n"), world.file("z.txt", "")), lambda world, s: ["b.txt: ASCII text", "z.txt: empty"])  # fmt: skip


def _parts() -> Iterator[Task]:
    deep = {"path": lambda draw, spaced: SLOTS["path"](draw, spaced)}
    exists = lambda world, s: silent(world.file(s.path, "x"))
    for key, run, say, does, result, asks in (
        ("basename", "basename {path}", ["[print|show|get] [only|just|] the file name [in|of] {path}, without the [folder|directory]", "strip the [folder|directory] from {path}"], "Prints the last part of {path}", lambda p: posixpath.basename(p), []),
        ("dirname", "dirname {path}", ["[print|show|get] [only|just|] the [folder|directory] [part of|of] {path}", "strip the file name from {path}"], "Prints the directory part of {path}", lambda p: posixpath.dirname(p), ["which [folder|directory] is {path} in?"]),
        ("dirname-twice", 'dirname "$(dirname {path})"', ["[print|show] the parent of the [folder|directory] that holds {path}"], "Prints the parent of the directory that holds {path}", lambda p: ".", []),
    ):  # fmt: skip
        yield _task(
            key,
            run,
            say,
            f"{does}.",
            nothing,
            lambda world, s, result=result: [result(s.path)],
            asks,
            slots=deep,
        )
    yield _task("basename-extension", "basename {script} .sh", ["[print|show] the name of {script} without [its|the] .sh extension", "strip .sh from {script}"], "Prints {script} without .sh.", nothing, lambda world, s: [s.script.removesuffix(".sh")])  # fmt: skip
    yield _task("basename-suffix", "basename {dir}/{stem}.{ext} .{ext}", ["[print|show] the [bare|] name of {dir.raw}/{stem}.{ext.raw} without [folder and extension|the folder and the extension]"], "Prints the name of {dir.raw}/{stem}.{ext.raw} without directory and extension.", nothing, lambda world, s: [s.stem])  # fmt: skip
    yield _task("basename-many", "basename -a {path} {path2}", ["[print|show] only the file names of {path} and {path2}"], "Prints the last parts of {path} and {path2}.", nothing, lambda world, s: [posixpath.basename(s.path), posixpath.basename(s.path2)])  # fmt: skip
    here = 'realpath() { local p; p=$(command realpath "$@"); echo "/top${p#"$PWD"}"; }\nreadlink() { local p; p=$(command readlink "$@"); echo "/top${p#"$PWD"}"; }'
    yield _task("realpath", "realpath {path}", ["[print|show|get] the [full|absolute|complete] path of {path}", "resolve {path} to an absolute path"], "Prints the absolute path of {path} without symbolic links.", exists, lambda world, s: [f"/top/{s.path}"], ["what is the [full|absolute] path of {path}?"], before=here, weight=2)  # fmt: skip
    yield _task("realpath-relative", "realpath --relative-to={dir} {path}", ["[print|show] the path of {path} relative to {dir}", "[compute|print] the relative path from {dir} to {path}"], "Prints the path of {path} as seen from {dir}.", lambda world, s: silent(exists(world, s), world.dir(s.dir)), lambda world, s: [posixpath.relpath(s.path, s.dir)], mac="")  # fmt: skip
    yield _task("readlink-f", "readlink -f {stem}", ["[print|show] the [full|absolute] path of the file behind the [symbolic link|symlink] {stem}", "follow the [symbolic link|symlink] {stem} to the end and print the [full|absolute] path"], "Prints the absolute path of what the symbolic link {stem} leads to.",
                lambda world, s: silent(world.file("deep/target.txt"), world.link("middle", "deep/target.txt"), world.link(s.stem, "middle")), lambda world, s: ["/top/deep/target.txt"], before=here)  # fmt: skip
    yield _task("full-listing", 'ls -d "$PWD"/*', ["list the files here with their [full|absolute] paths", "[print|show] the [full|absolute] paths of the files in this folder"], "Lists the entries of the current directory with their absolute paths.", lambda world, s: silent(world.file("a.txt"), world.file("b c/d"), world.file(".e")), lambda world, s: ["top/a.txt", "top/b c"], before='ls() { command ls "$@" | sed "s|^$PWD/|top/|"; }')  # fmt: skip


def _places() -> Iterator[Task]:
    mark = 'echo "${PWD#"$start"}"'
    start = "start=$PWD"
    yield _task("pwd", "pwd", ["[print|show] [the working directory|the current directory|the path of this folder|the full path of the current directory]", "[show|print|tell me] [where I am|my current folder]"], "Prints the path of the current directory.", nothing, lambda world, s: ["here"], ["where am I?", "[which|what] [folder|directory] am I in?"], before='pwd() { [ "$(builtin pwd)" = "$PWD" ] && echo here; }', weight=3)  # fmt: skip
    yield _task("pwd-physical", "pwd -P", ["[print|show] the real path of [this folder|the current directory] [without|with no] symbolic links"], "Prints the path of the current directory without symbolic links.", lambda world, s: silent(world.dir("real"), world.link("link", "real")), lambda world, s: ["real"], before='cd link; pwd() { basename "$(builtin pwd "$@")"; }')  # fmt: skip
    yield _task("folder-name", 'basename "$PWD"', ["[print|show] only the name of [this folder|the current directory], not the [whole|full] path"], "Prints the name of the current directory without its path.", lambda world, s: world.dir("inner place"), lambda world, s: ["inner place"], before="cd 'inner place'")  # fmt: skip
    deep = lambda world, s: world.dir("one/two/three")
    for key, run, say, does, before, result, weight in (
        ("up", "cd ..", ["go [up one level|up one folder|to the parent folder|to the parent directory]", "[leave|get out of] this folder, one level up"], "Changes to the parent directory", "cd one/two/three", "/one/two", 2),
        ("up-two", "cd ../..", ["go [up two levels|up two folders|two folders up]", "[change|move] to the grandparent [folder|directory]"], "Changes to the directory two levels up", "cd one/two/three", "/one", 1),
        ("up-three", "cd ../../..", ["go [up three levels|up three folders|three folders up]"], "Changes to the directory three levels up", "cd one/two/three", "", 1),
        ("home", "cd", ["go to my home [folder|directory]", "[return|go] home", "change to the home directory"], "Changes to the home directory", 'HOME=$PWD/one; cd one/two', "/one", 2),
        ("previous", "cd -", ["go back to the [previous|last] [folder|directory]", "[return|go back] to where I was before"], "Changes back to the previous directory", 'cd one; cd two; cd() { builtin cd "$@" > /dev/null; }', "/one", 2),
        ("pop", "popd", ["[return|go back] to the [folder|directory] I left with pushd", "take the last [folder|directory] off the stack and go there"], "Returns to the directory that pushd left", 'pushd one > /dev/null; popd() { builtin popd > /dev/null; }', "", 1),
        ("root", "cd /", ["go to the root [folder|directory]", "change to the top of the file system"], "Changes to the root directory", 'start=', "/", 1),
    ):  # fmt: skip
        yield _task(f"cd-{key}", run, say, f"{does}.", deep, lambda world, s, result=result: [result], before=f"{start}\n{before}", after=mark, weight=weight)  # fmt: skip
    folder = lambda world, s: silent(world.file(f"{s.dir}/in.txt", "x"))
    yield _task("cd", "cd {dir}", ["[go|change|move|switch] to {dir}", "[enter|go into|cd into|open] {dir}", "make {dir} the current directory"], "Changes to {dir}.", folder, lambda world, s: [f"/{s.dir}"], ["cd into {dir}"], before=start, after=mark, weight=4)  # fmt: skip
    yield _task("cd-list", "cd {dir} && ls", ["[go|change] to {dir} and list [its|the] files", "[enter|go into] {dir} and show what is there"], "Changes to {dir} and lists its entries.", folder, lambda world, s: ["in.txt"])  # fmt: skip
    yield _task("cd-home-folder", "cd ~/{dir}", ["[go|change] to {dir} in my home [folder|directory]"], "Changes to {dir} in the home directory.", lambda world, s: world.dir(f"home/{s.dir}"), lambda world, s: [f"/home/{s.dir}"], before=f"{start}; HOME=$PWD/home", after=mark)  # fmt: skip
    yield _task("pushd", "pushd {dir}", ["[go|change] to {dir} and remember [where I am|the current folder]", "push {dir} on the directory stack and go there"], "Changes to {dir} and remembers the current directory.", folder, lambda world, s: [f"/{s.dir}"], before=f'{start}; pushd() {{ builtin pushd "$@" > /dev/null; }}', after=mark)  # fmt: skip
    yield _task("dirs", "dirs -v", ["[show|list] the [directory stack|remembered directories] [with numbers|one per line]"], "Lists the directory stack with numbers.", lambda world, s: world.dir("one"), lambda world, s: ["2"], before='pushd one > /dev/null; dirs() { builtin dirs "$@" | wc -l; }')  # fmt: skip
    yield _task("subshell", "(cd {dir} && ./{script})", ["run {script} [inside|in] {dir} without leaving this folder", "run {script} from within {dir} in a subshell"], "Runs {script} in {dir}; the current directory stays.", lambda world, s: silent(world.file(f"{s.dir}/{s.script}", '#!/bin/bash\nbasename "$PWD"\n', 0o755)), lambda world, s: [posixpath.basename(s.dir)])  # fmt: skip
    yield _task("cd-or-exit", "cd {dir} || exit 1", ["[go|change] to {dir} or stop the script if that fails", "cd into {dir} and exit with an error if it is not there"], "Changes to {dir}, or ends with status 1 if that fails.", nothing, lambda world, s: Outcome(stdout="", status=1, stderr="No such file"))  # fmt: skip
