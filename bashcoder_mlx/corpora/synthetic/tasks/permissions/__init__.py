"""Permissions and owners: chmod, chown, chgrp, umask, access control lists."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, nothing, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import each
from bashcoder_mlx.corpora.synthetic.tasks.files_sources import (
    FILES,
    KIND,
    KIND_IN,
    SLOTS_OF_SOURCES,
    THREE,
    TWO,
    Source,
)
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.world import World

_WHO = (
    ("u", "[the owner|the user who owns it|its owner]", "its owner", 0o700),
    ("g", "[the group|its group|group members|users of its group]", "the group", 0o070),
    ("o", "[others|other users|all other users]", "others", 0o007),
    ("a", "[everyone|everybody|all users|all]", "everyone", 0o777),
    ("ug", "[the owner and the group|owner and group]", "the owner and the group", 0o770),
    ("go", "[the group and others|group and others|everyone but the owner|everyone except the owner]", "the group and others", 0o077),
)  # fmt: skip
_WHAT = (
    ("r", "read", "reading", 0o444), ("w", "[write|write to|change]", "writing", 0o222),
    ("x", "[execute|run]", "executing", 0o111), ("rw", "read and write", "reading and writing", 0o666),
    ("rx", "read and execute", "reading and executing", 0o555),
    ("rwx", "read, write and execute", "reading, writing and executing", 0o777),
)  # fmt: skip
_RIGHTS = {"r": "read", "w": "write", "x": "[execute|execution]", "rw": "read and write", "rx": "read and execute", "rwx": "read, write and execute"}  # fmt: skip
_MODE = "[permissions|mode|access rights|file mode]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for source in FILES:
        yield _octal(source)
    yield from _octal_folders()
    yield from _symbolic()
    yield from _recursive()
    yield from _common()
    yield from _owners()
    yield from _masks()
    yield from _lists()


def _task(name: str, run, say, explain: str, setup, expect, ask=(), mac=None, **more):
    return text_task(f"permissions.{name}", say, run, [explain], setup, expect, ask, mac,
                     slots={**SLOTS_OF_SOURCES, **more.pop("slots", {})}, **more)  # fmt: skip


def _set(world: World, path: str, mode: int) -> None:
    world[path].mode = mode


def _octal(source: Source) -> Task:
    return _task(
        f"octal-{source.key}", f"chmod {{mode}} {source.text}",
        [f"set the {_MODE} of {source.said} to {{mode}}", f"change the {_MODE} of {source.said} to {{mode}}", f"give {source.said} [permissions|mode] {{mode}}", f"chmod {source.said} to {{mode}}"],
        f"Sets the permissions of {source.does} to {{mode}}.", source.setup,
        lambda world, s: each(world, source.paths(world, s), lambda p: _set(world, p, int(s.mode, 8))), weight=source.weight * 1.5,
    )  # fmt: skip


def _tree(world: World, s: Bound) -> None:
    for path, mode in (("a.txt", 0o644), ("run.sh", 0o755), ("in/b.txt", 0o600), (".c", 0o640)):
        world.file(f"{s.dir}/{path}", "x\n", mode)
    world.file("outside.txt", "no")


def _below(world: World, s: Bound) -> list[str]:
    return [s.dir, *world.paths(s.dir)]


def _octal_folders() -> Iterator[Task]:
    yield _task(
        "octal-folder", "chmod {mode} {dir}", [f"set the {_MODE} of {{dir}} itself to {{mode}}[, not of what it holds|]", f"change the {_MODE} of only {{dir}} to {{mode}}, not of its [contents|files]"],
        "Sets the permissions of {dir} itself to {mode}.", _tree, lambda world, s: _set(world, s.dir, int(s.mode, 8)), slots={"mode": _open_mode},
    )  # fmt: skip
    everything = (
        "[and everything in it|and all it holds|and all files and folders in it|recursively]"
    )
    yield _task(
        "octal-recursive", "chmod -R {mode} {dir}", [f"set the {_MODE} of {{dir}} {everything} to {{mode}}", f"recursively [set|change] the {_MODE} of {{dir}} to {{mode}}", f"give {{dir}} {everything} [permissions|mode] {{mode}}"],
        "Sets the permissions of {dir} and everything in it to {mode}.", _tree, lambda world, s: each(world, _below(world, s), lambda p: _set(world, p, int(s.mode, 8))),
        slots={"mode": _open_mode}, weight=3,
    )  # fmt: skip


def _open_mode(draw: Draw, spaced: bool) -> Value:
    return named(draw.pick(("700", "711", "750", "755", "770", "775", "777", "751")))


def _says(op: str, who: str, what: str, rights: str, gerund: str, noun: str) -> list[str]:
    if op == "+":
        return [f"let {who} {what} {noun}", f"allow {who} to {what} {noun}", f"give {who} {rights} [permission|permissions|access] [on|for|to] {noun}", f"add {rights} [permission|permissions] for {who} [to|on] {noun}"]  # fmt: skip
    return [f"[take away|remove|revoke] {rights} [permission|permissions|access] [on|for] {noun} from {who}", f"[stop|prevent] {who} from {gerund} {noun}", f"[forbid|do not allow] {who} to {what} {noun}", f"[remove|take away] {rights} [permission|permissions] for {who} [on|from] {noun}"]  # fmt: skip


def _symbolic() -> Iterator[Task]:
    for letters, who, plain, mask in _WHO:
        for rights, what, gerund, pattern in _WHAT:
            if letters == "a" and rights == "x":
                continue  # `chmod +x` is the usual way
            bits = mask & pattern
            for op in "+-":
                base = 0o640 & ~bits if op == "+" else 0o751 | bits
                final = base | bits if op == "+" else base & ~bits
                said = _RIGHTS[rights].replace("[execute|execution]", "execute")
                yield _task(
                    f"{letters}{op}{rights}", f"chmod {letters}{op}{rights} {{path}}", _says(op, who, what, _RIGHTS[rights], gerund, "{path}"),
                    f"Gives {plain} permission to {said} {{path}}." if op == "+" else f"Takes the permission to {said} {{path}} away from {plain}.",
                    lambda world, s, base=base: silent(world.file(s.path, "x\n", base), world.file("other", "", base)), lambda world, s, final=final: _set(world, s.path, final), weight=0.6,
                )  # fmt: skip
    for letters, who, plain, mask in _WHO:
        for rights in ("r", "rw", "rx", "rwx", ""):
            if rights == "rwx" and letters in ("ug", "go"):
                continue
            pattern = sum({"r": 0o444, "w": 0o222, "x": 0o111}[letter] for letter in rights)
            said = (
                "[exactly|only|just] " + _RIGHTS[rights]
                if rights
                else "[nothing|no permissions at all]"
            )
            base = 0o777 & ~(mask & 0o525)
            yield _task(
                f"{letters}={rights or 'none'}", f"chmod {letters}={rights} {{path}}", [f"set the permissions of {who} on {{path}} to {said}", f"let {who} have {said} {'permission ' if rights else ''}on {{path}}"],
                f"Sets what {plain} may do with {{path}} to {_RIGHTS[rights].replace('[execute|execution]', 'execute') if rights else 'nothing'}.",
                lambda world, s, base=base: silent(world.file(s.path, "x\n", base)), lambda world, s, mask=mask, pattern=pattern, base=base: _set(world, s.path, base & ~mask | mask & pattern), weight=0.5,
            )  # fmt: skip
    everybody = [
        "make {S} [executable|runnable]",
        "give {S} [execute permission|permission to run]",
        "set the execute bit on {S}",
    ]
    for source in (TWO, THREE, KIND, KIND_IN):
        yield _executable(source, everybody, "+x", 0o644, 0o755)
        yield _executable(
            source,
            [
                "make {S} not executable",
                "[take away|remove] [the|] execute permission from {S}",
                "clear the execute bit [on|of] {S}",
            ],
            "-x",
            0o755,
            0o644,
        )
        yield _executable(
            source,
            ["make {S} read-only", "[protect|write-protect] {S} [from|against] [writing|changes]"],
            "a-w",
            0o664,
            0o444,
        )
        yield _executable(
            source, ["let only me read and write {S}", "make {S} private"], "600", 0o664, 0o600
        )
        yield _executable(
            source,
            ["let the group write to {S}", "make {S} writable for the group"],
            "g+w",
            0o644,
            0o664,
        )


def _executable(source: Source, says, mode: str, base: int, final: int) -> Task:
    does = {"+x": "Makes {} executable.", "-x": "Makes {} not executable.", "a-w": "Makes {} read-only.", "600": "Lets only the owner read and write {}.", "g+w": "Lets the group write to {}."}[mode]  # fmt: skip
    return _task(
        f"{mode}-{source.key}", f"chmod {mode} {source.text}", [text.replace("{S}", source.said) for text in says], does.replace("{}", source.does),
        lambda world, s: silent(source.setup(world, s), each(world, source.paths(world, s), lambda p: _set(world, p, base))), lambda world, s: each(world, source.paths(world, s), lambda p: _set(world, p, final)),
    )  # fmt: skip


def _recursive() -> Iterator[Task]:
    tree = "[{dir} and everything in it|all files and folders in {dir}|{dir}, recursively]"
    for letters, who, plain, mask in _WHO:
        for rights, rwx, said in (
            ("w", 0o222, "write to"),
            ("rX", 0o444, "read"),
            ("rwX", 0o666, "read and write"),
        ):
            for op in "+-":
                if (
                    (op == "-" and "u" in letters)
                    or (op == "-" and letters == "a")
                    or (op == "-" and rights == "rX")
                ):
                    continue
                flags = rights.replace("X", "x") if op == "-" else rights

                def expect(world: World, s: Bound, mask=mask, rwx=rwx, op=op, flags=flags) -> None:
                    for path in _below(world, s):
                        node = world[path]
                        runs = node.kind == "dir" or node.mode & 0o111 or op == "-"
                        bits = mask & (rwx | (0o111 if flags[-1] in "Xx" and runs else 0))
                        node.mode = node.mode | bits if op == "+" else node.mode & ~bits

                rights_said = {"w": "write", "rX": "read", "rwX": "read and write"}[rights]
                if op == "-" and rights == "rwX":
                    says = [
                        f"[take away|remove] all [permissions|access] [on|to] {tree} from {who}",
                        f"make {tree} inaccessible [to|for] {who}",
                    ]
                    does = (
                        f"Takes all permissions on {{dir}} and everything in it away from {plain}."
                    )
                elif op == "-":
                    says = [
                        f"[take away|remove] write permission [on|for] {tree} from {who}",
                        f"[stop|prevent] {who} from writing to {tree}",
                    ]
                    does = f"Takes the permission to write to {{dir}} and everything in it away from {plain}."
                else:
                    extra = ", and to enter folders" if "X" in rights else ""
                    says = [
                        f"let {who} {said} {tree}",
                        f"give {who} {rights_said} [permission|access] [to|on] {tree}",
                        f"allow {who} to {said} {tree}",
                    ]
                    does = f"Lets {plain} {said} {{dir}} and everything in it{extra}."
                yield _task(f"recursive-{letters}{op}{rights}", f"chmod -R {letters}{op}{flags} {{dir}}", says, does, _tree, expect, weight=0.8)  # fmt: skip


def _common() -> Iterator[Task]:
    script = lambda mode: (
        lambda world, s: silent(world.file(s.script, "#!/bin/bash\necho ran\n", mode))
    )
    yield _task(
        "executable", "chmod +x {script}", ["make {script} [executable|runnable]", "give {script} [permission to run|execute permission]", "set the execute bit [on|of] {script}", "turn {script} into an executable"],
        "Makes {script} executable.", script(0o644), lambda world, s: _set(world, s.script, 0o755), ["let me run {script}", "{script} says permission denied, make it runnable"], weight=5,
    )  # fmt: skip
    yield _task(
        "executable-owner", "chmod u+x {script}", ["make {script} executable [for|only for|just for] [me|its owner]", "let only [me|the owner] run {script}"], "Lets the owner run {script}.", script(0o644), lambda world, s: _set(world, s.script, 0o744), weight=2,
    )  # fmt: skip
    yield _task(
        "executable-run", "chmod +x {script} && ./{script}", ["make {script} executable and run it", "set the execute bit of {script} and start it"], "Makes {script} executable and runs it.", script(0o644),
        lambda world, s: silent(_set(world, s.script, 0o755)) or ["ran"], weight=1.5,
    )  # fmt: skip
    yield _task(
        "not-executable", "chmod -x {script}", ["make {script} not executable [any more|]", "[take away|remove] [the|] execute permission [from|of] {script}"], "Makes {script} not executable.", script(0o755), lambda world, s: _set(world, s.script, 0o644), weight=2,
    )  # fmt: skip
    for key, run, says, does, base, final in (
        ("read-only", "chmod a-w {file}", ["make {file} read-only", "[protect|write-protect] {file} [from|against] [writing|changes]"], "Makes {file} read-only.", 0o664, 0o444),
        ("private", "chmod 600 {file}", ["make {file} private", "let only me read and write {file}", "give only the owner access to {file}"], "Lets only the owner read and write {file}.", 0o664, 0o600),
        ("private-key", "chmod 400 {file}", ["let only me read {file}, and nobody write it", "make {file} readable [only by me|by the owner only] and writable by nobody"], "Lets only the owner read {file}, and nobody write it.", 0o664, 0o400),
        ("usual", "chmod 644 {file}", ["let everyone read {file} but only the owner write it", "give {file} the usual permissions of a [text|normal] file"], "Lets everyone read {file} and only the owner write it.", 0o600, 0o644),
        ("usual-program", "chmod 755 {file}", ["let everyone read and run {file} but only the owner change it", "give {file} the usual permissions of a program"], "Lets everyone read and run {file}, and only the owner write it.", 0o600, 0o755),
        ("all", "chmod 777 {file}", ["let everyone read, write and execute {file} by an octal mode", "open {file} to everyone with mode 777"], "Lets everyone read, write and run {file}.", 0o600, 0o777),
        ("close", "chmod o-rwx {file}", ["[take away|remove] all access to {file} from [others|other users]", "[stop|keep] other users from [using|opening] {file} [at all|]"], "Takes all permissions on {file} away from other users.", 0o647, 0o640),
        ("close-both", "chmod go-rwx {file}", ["[take away|remove] all access to {file} from group and others", "let nobody but the owner have any access to {file}"], "Takes all permissions on {file} away from the group and others.", 0o677, 0o600),
    ):  # fmt: skip
        yield _task(key, run, says, does, lambda world, s, base=base: silent(world.file(s.file, "x\n", base), world.file("other", "", base)), lambda world, s, final=final: _set(world, s.file, final), weight=1.5)  # fmt: skip
    yield _task(
        "several", "chmod u=rw,g=r,o= {file}", ["let the owner read and write {file}, the group read it, and others nothing", "set {file} to read-write for the owner, read for the group and nothing for others"],
        "Lets the owner read and write {file}, the group read it, and others nothing.", lambda world, s: silent(world.file(s.file, "x\n", 0o777)), lambda world, s: _set(world, s.file, 0o640),
    )  # fmt: skip
    yield _task(
        "like-group", "chmod g=u {file}", ["give the group the same permissions on {file} as the owner", "copy the owner's permissions on {file} to the group"], "Gives the group the owner's permissions on {file}.",
        lambda world, s: silent(world.file(s.file, "x\n", 0o741)), lambda world, s: _set(world, s.file, 0o771),
    )  # fmt: skip
    yield _task(
        "reference", "chmod --reference={file2} {file}", ["give {file} the same permissions as {file2}", "copy the permissions of {file2} to {file}"], "Gives {file} the permissions of {file2}.",
        lambda world, s: silent(world.file(s.file, "x\n", 0o600), world.file(s.file2, "y\n", 0o754)), lambda world, s: _set(world, s.file, 0o754), mac='chmod "$(stat -f %Lp {file2})" {file}',
    )  # fmt: skip
    yield _task(
        "sticky", "chmod +t {dir}", ["set the sticky bit on {dir}", "let users delete only their own files in {dir}"], "Sets the sticky bit of {dir}, so that only owners delete their files there.", _tree, lambda world, s: _set(world, s.dir, 0o1755),
    )  # fmt: skip
    yield _task(
        "setgid", "chmod g+s {dir}", ["set the [setgid|set-group-id] bit on {dir}", "make new files in {dir} [inherit|take over] its group"], "Makes new files in {dir} inherit its group.", _tree, lambda world, s: _set(world, s.dir, 0o2755),
    )  # fmt: skip
    yield _task(
        "private-folder", "chmod 700 {dir}", ["make {dir} private", "let only me [open|enter|use] {dir}"], "Lets only the owner use {dir}.", _tree, lambda world, s: _set(world, s.dir, 0o700), weight=1.5,
    )  # fmt: skip
    yield _task(
        "verbose", "chmod -v {mode} {path}", ["set the mode of {path} to {mode} and [show|report|print] what changes"], "Sets the permissions of {path} to {mode} and reports it.",
        lambda world, s: silent(world.file(s.path, "x")), lambda world, s: silent(_set(world, s.path, int(s.mode, 8))) or Outcome(stdout=None),
    )  # fmt: skip
    for noun, key in (("{path}", "file"), ("{dir}", "folder")):
        flag = "-l" if key == "file" else "-ld"
        yield _task(
            f"show-{key}", f"ls {flag} {noun}" if key == "file" else "stat -c %A {dir}", [f"[show|print|check] the permissions of {noun}"] if key == "file" else ["[show|print] the permissions of {dir} as letters, such as rwxr-x---"],
            f"Prints the permissions of {noun}.", lambda world, s: silent("path" in s and world.file(s.path, "x", 0o640), "dir" in s and world.dir(s.dir, 0o750)),
            lambda world, s: [f"-rw-r----- {s.path}"] if "path" in s else ["drwxr-x---"], [f"[who may read {noun}|what are the permissions of {noun}]?"] if key == "file" else [],
            before="ls() { command ls \"$@\" | awk '{print $1, $NF}'; }" if key == "file" else "", mac=None if key == "file" else "stat -f %Sp {dir}", weight=2,
        )  # fmt: skip


def _owners() -> Iterator[Task]:
    file, folder = "{file}", "{dir} [and everything in it|with all it holds|recursively]"
    for key, tool, who, said, does in (
        ("user", "chown", "{user}", "[owner|user] of {N} to {user}", "Makes {user} the owner of {N}"),
        ("user-group", "chown", "{user}:{group}", "owner and group of {N} to {user} and {group}", "Makes {user} the owner and {group} the group of {N}"),
        ("group", "chgrp", "{group}", "group of {N} to {group}", "Makes {group} the group of {N}"),
        ("login-group", "chown", "{user}:", "owner of {N} to {user} and its group to the login group of {user}", "Makes {user} the owner of {N}, and gives it that user's login group"),
    ):  # fmt: skip
        extra = {"user": ["make {user} the owner of {N}", "give {N} to [the user|] {user}"], "user-group": ["make {N} belong to user {user} and group {group}", "give {N} to {user} and the group {group}"],
                 "group": ["make {N} belong to the group {group}", "give {N} to the group {group}"], "login-group": []}[key]  # fmt: skip
        for end, flag, noun, operand, plain in (
            ("", "", file, "{file}", "{file}"),
            ("-recursive", "-R ", folder, "{dir}", "{dir} and everything in it"),
        ):
            words = [text.replace("{N}", noun) for text in (f"[change|set] the {said}", *extra)]
            yield _task(
                f"{tool}-{key}{end}", f"sudo {tool} {flag}{who} {operand}", words, does.replace("{N}", plain) + ".", nothing,
                lambda world, s, tool=tool, flag=flag, who=who: Outcome(calls=[["sudo", tool, *flag.split(), who.format(**{n: v.data for n, v in s.items()}), s.file if "file" in s else s.dir]]), stubs=("sudo",), weight=2,
            )  # fmt: skip
    yield _task(
        "chown-me", 'sudo chown "$USER" {file}', ["make me the owner of {file}", "take ownership of {file}"], "Makes you the owner of {file}.", nothing,
        lambda world, s: Outcome(calls=[["sudo", "chown", "dev", s.file]]), stubs=("sudo",),
    )  # fmt: skip
    yield _task(
        "chown-me-recursive", 'sudo chown -R "$USER" {dir}', ["make me the owner of {dir} and everything in it", "take ownership of {dir} and all it holds"], "Makes you the owner of {dir} and everything in it.", nothing,
        lambda world, s: Outcome(calls=[["sudo", "chown", "-R", "dev", s.dir]]), stubs=("sudo",),
    )  # fmt: skip
    yield _task(
        "chown-kind", "sudo chown {user} *.{kind.ext}", ["make {user} the owner of [all|all the|the] {kind} [here|in this folder]"], "Makes {user} the owner of the {kind} here.", KIND.setup,
        lambda world, s: Outcome(calls=[["sudo", "chown", s.user, *KIND.paths(world, s)]]), stubs=("sudo",),
    )  # fmt: skip


def _masks() -> Iterator[Task]:
    yield _task("umask-symbolic", "umask -S", ["[show|print] the umask [symbolically|as letters|in symbolic form]"], "Prints the permissions that new files may have, as letters.", nothing, lambda world, s: ["u=rwx,g=rx,o=rx"], before="umask 022")  # fmt: skip
    yield _task("umask-private", "umask 077", ["make new files [private|accessible only to me] from now on", "let nobody else use the files I create from now on"], "Makes new files accessible to their owner only.", nothing, lambda world, s: silent(world.file("n", "", 0o600)), after="touch n")  # fmt: skip


def _lists() -> Iterator[Task]:
    for key, entry, says, does in (
        ("user", "u:{user}:{rights}", ["give [the user|] {user} the permissions {rights} on {path} [with|by] an access control list", "add an ACL entry for [the user|] {user} with {rights} to {path}"], "Gives the user {user} the permissions {rights} on {path}."),
        ("group", "g:{group}:{rights}", ["give the group {group} the permissions {rights} on {path} [with|by] an access control list", "add an ACL entry for the group {group} with {rights} to {path}"], "Gives the group {group} the permissions {rights} on {path}."),
    ):  # fmt: skip
        for end, flags in (("", "-m"), ("-recursive", "-R -m")):
            noun = "{dir} and everything in it" if end else "{path}"
            yield _task(
                f"acl-{key}{end}", f"setfacl {flags} {entry} {'{dir}' if end else '{path}'}", [text.replace("{path}", noun) for text in says], does.replace("{path}", noun), nothing,
                lambda world, s, flags=flags, entry=entry: Outcome(calls=[["setfacl", *flags.split(), entry.format(**{n: v.data for n, v in s.items()}), s.dir if "dir" in s else s.path]]),
                stubs=("setfacl",), mac="", slots={"rights": one_of("r", "rw", "rx", "rwx")},
            )  # fmt: skip
    for key, run, says, does in (
        ("acl-show", "getfacl {path}", ["[show|print] the access control list of {path}", "show the ACL of {path}"], "Prints the access control list of {path}."),
        ("acl-clear", "setfacl -b {path}", ["remove [all|the] ACL entries from {path}", "[remove|clear] the access control list of {path}"], "Removes all entries of the access control list of {path}."),
        ("acl-remove-user", "setfacl -x u:{user} {path}", ["remove the ACL entry of [the user|] {user} from {path}"], "Removes the entry of the user {user} from the access control list of {path}."),
    ):  # fmt: skip
        yield _task(
            key, run, says, does, nothing, lambda world, s, run=run: Outcome(calls=[run.format(**{n: v.data for n, v in s.items()}).split()]), stubs=("setfacl", "getfacl"), mac="",
        )  # fmt: skip
