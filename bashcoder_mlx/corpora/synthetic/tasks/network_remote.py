"""Other machines: ssh, scp, sftp, keys, tmux over ssh, and rsync, which is really run between
folders of this machine and recorded otherwise.
"""

from collections.abc import Iterator
from fnmatch import fnmatch

from bashcoder_mlx.corpora.synthetic.slots import number, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded
from bashcoder_mlx.trial.world import World

_AT = "{user}@{host}"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _shells()
    yield from _keys()
    yield from _copies()
    yield from _rsync_there()
    yield from _rsync_here()


def _shells() -> Iterator[Task]:
    log = "[log in|connect] to"
    tools = {
        "tool": one_of("uptime", "df -h", "free -h", "who", "uname -a", "hostname", "ls", "date",
                       "ps aux", "ip addr", "last", "whoami", "id", "nproc", "w")
    }  # fmt: skip
    key = "~/.ssh/{key}"
    keys = {"key": one_of("id_ed25519", "id_rsa", "work", "deploy", "github", "backup", "aws")}
    for name, run, say, ask, explained in (
        ("login", f"ssh {_AT}", [f"{log} {{host}} as {{user}}[ over ssh|]",
                                 "open a [remote|] shell on {host} as [the user|] {user}",
                                 "ssh to {host} as {user}"], [f"ssh {_AT}"],
         "Opens a shell on {host} as {user}"),
        ("host", "ssh {host}", [f"{log} {{host}} [over|with|using] ssh", "ssh to {host}",
                                "open a remote shell on {host}"], ["ssh {host}"],
         "Opens a shell on {host}"),
        ("port", f"ssh -p {{port}} {_AT}", [f"{log} {{host}} as {{user}} [on|at|over] port {{port}}"
                                            "[ with ssh|]", "ssh to {host} as {user} on port "
                                            "{port}"], [f"ssh {_AT} port {{port}}"],
         "Opens a shell on {host} as {user}, by way of port {port}"),
        ("key", f"ssh -i {key} {_AT}", [f"{log} {{host}} as {{user}} with the [private|] key {key}",
                                        f"ssh to {{host}} as {{user}} using [the key|] {key}"], [],
         f"Opens a shell on {{host}} as {{user}} with the key {key}"),
        ("command", f"ssh {_AT} {{tool}}", ["run {tool} on {host} as {user}[ over ssh|]",
                                            "execute {tool} on the [remote machine|server] {host} "
                                            "as {user}"], [],
         "Runs {tool} on {host} as {user}"),
        ("command-host", "ssh {host} {tool}", ["run {tool} on {host}[ over ssh|]",
                                               "[show|print] the output of {tool} on the [remote "
                                               "machine|server] {host}"], ["{tool} on {host}"],
         "Runs {tool} on {host}"),
        ("script", f"ssh {_AT} 'bash -s' < {{script}}", ["run [the local script|my script] "
                                                         "{script} on {host} as {user}"], [],
         "Runs the local script {script} on {host} as {user}"),
        ("sudo", f"ssh -t {_AT} 'sudo systemctl restart {{service.raw}}'",
         ["restart the service {service} on {host} as {user} [with sudo|over ssh]"], [],
         "Restarts {service} on {host}, logged in as {user}, with a terminal for the password"),
        ("tail", f"ssh {_AT} tail -f /var/log/{{service}}.log",
         ["follow /var/log/{service}.log on {host} as {user}",
          "watch the log /var/log/{service}.log [of|on] the server {host} as {user}"], [],
         "Follows /var/log/{service}.log on {host} as {user}"),
        ("forward", f"ssh -L {{port}}:localhost:{{port2}} {_AT}",
         ["forward local port {port} to port {port2} [on|of] {host}, logging in as {user}",
          "[make|reach] port {port2} of {host} [available|] on my port {port} over ssh as {user}"],
         [], "Makes port {port2} of {host} reachable as port {port} here, as {user}"),
        ("forward-only", f"ssh -N -L {{port}}:{{ip}}:{{port2}} {_AT}",
         ["forward local port {port} to {ip} port {port2} through {host} as {user}, without a "
          "shell"], [], "Forwards local port {port} to port {port2} of {ip} by way of {host}, as {user}"),
        ("reverse", f"ssh -R {{port}}:localhost:{{port2}} {_AT}",
         ["forward port {port} of {host} back to my local port {port2}, logging in as {user}",
          "make my port {port2} reachable as port {port} on {host} over ssh as {user}"], [],
         "Makes port {port2} of this machine reachable as port {port} of {host}, as {user}"),
        ("socks", f"ssh -D {{port}} {_AT}", ["open a SOCKS proxy on local port {port} through "
                                             "{host} as {user}"], [],
         "Opens a SOCKS proxy on port {port} by way of {host}, as {user}"),
        ("jump", f"ssh -J {{host2}} {_AT}", [f"{log} {{host}} as {{user}} [through|via|by way of] "
                                             "[the jump host|] {host2}"], [],
         "Opens a shell on {host} as {user} by way of {host2}"),
        ("x11", f"ssh -X {_AT}", [f"{log} {{host}} as {{user}} with X11 forwarding",
                                  "ssh to {host} as {user} so that I can open windows"], [],
         "Opens a shell on {host} as {user} whose windows open here"),
        ("verbose", f"ssh -v {_AT}", [f"{log} {{host}} as {{user}} with [verbose|debug] output",
                                      "debug the ssh connection to {host} as {user}"], [],
         "Opens a shell on {host} as {user} and reports every step"),
        ("compressed", f"ssh -C {_AT}", [f"{log} {{host}} as {{user}} with [compression|a "
                                         "compressed connection]"], [],
         "Opens a shell on {host} as {user} over a compressed connection"),
        ("timeout", f"ssh -o ConnectTimeout={{seconds}} {_AT}",
         [f"{log} {{host}} as {{user}} with a timeout of {{seconds}} seconds"], [],
         "Opens a shell on {host} as {user} and gives up after {seconds} seconds"),
        ("agent", f"ssh -A {_AT}", [f"{log} {{host}} as {{user}} and forward [my|the] ssh agent"],
         [], "Opens a shell on {host} as {user} that may use the local ssh agent"),
    ):  # fmt: skip
        yield recorded(
            f"network_remote.ssh-{name}", run, say, explained, ask, [run.split(" < ")[0]],
            _local_script, slots=tools | keys,
        )  # fmt: skip


def _local_script(world: World, s: Bound) -> None:
    if "script" in s:
        world.file(s.script, "echo hi\n")


def _keys() -> Iterator[Task]:
    for name, run, say, ask, explained in (
        ("make", "ssh-keygen -t ed25519",
         ["[create|make|generate] [a|an|a new] [ssh|SSH] key[ pair|]"], ["new ssh key"],
         "Makes a new pair of ssh keys"),
        ("make-comment", "ssh-keygen -t ed25519 -C {email}",
         ["[create|make|generate] an ssh key [with the comment|for|labelled] {email}"], [],
         "Makes a new pair of ssh keys with the comment {email}"),
        ("make-file", "ssh-keygen -t ed25519 -f {stem}",
         ["[create|make|generate] an ssh key in the file {stem}",
          "[create|generate] an ssh key [called|named] {stem} [here|in this folder]"], [],
         "Makes a new pair of ssh keys in {stem} and {stem}.pub"),
        ("make-rsa", "ssh-keygen -t rsa -b 4096",
         ["[create|make|generate] [a 4096 bit|an] RSA [ssh|] key[ of 4096 bits|]"], [],
         "Makes a new pair of RSA keys of 4096 bits"),
        ("passphrase", "ssh-keygen -p -f {stem}",
         ["change the passphrase of the ssh key {stem}"], [],
         "Changes the passphrase of the key {stem}"),
        ("fingerprint", "ssh-keygen -lf {stem}.pub",
         ["[show|print] the fingerprint of [the key|] {stem}.pub"],
         ["what is the fingerprint of {stem}.pub?"], "Prints the fingerprint of {stem}.pub"),
        ("public", "ssh-keygen -y -f {stem}",
         ["[print|show|get] the public key [of|that belongs to] the private key {stem}"], [],
         "Prints the public key of the private key {stem}"),
        ("forget", "ssh-keygen -R {host}",
         ["[remove|delete|forget] [the host key of|the known key of|] {host} [from|in] known_hosts",
          "forget the [ssh|] host key of {host}"], [],
         "Removes the keys of {host} from the known hosts"),
        ("known", "ssh-keygen -F {host}",
         ["[look up|find|show] {host} in [my|the] known hosts"],
         ["is {host} in my known hosts?"], "Looks {host} up among the known hosts"),
        ("copy", f"ssh-copy-id {_AT}",
         ["[copy|install] my [public|] ssh key [to|on] {host} for [the user|] {user}",
          "let me log in to {host} as {user} without a password"], [f"ssh-copy-id {_AT}"],
         "Lets the local key log in to {host} as {user}"),
        ("copy-port", f"ssh-copy-id -p {{port}} {_AT}",
         ["[copy|install] my ssh key to {host} for {user} on port {port}"], [],
         "Lets the local key log in to {host} as {user}, by way of port {port}"),
        ("copy-file", f"ssh-copy-id -i {{stem}}.pub {_AT}",
         ["[copy|install] the public key {stem}.pub [to|on] {host} for {user}"], [],
         "Lets the key {stem}.pub log in to {host} as {user}"),
        ("agent-list", "ssh-add -l", ["[list|show] the keys [in|of] [the|my] ssh agent"],
         ["which keys does my ssh agent hold?"], "Lists the keys of the ssh agent"),
        ("agent-add", "ssh-add {stem}", ["add the [private|] key {stem} to [the|my] ssh agent"],
         [], "Adds the key {stem} to the ssh agent"),
        ("agent-clear", "ssh-add -D", ["remove all keys from [the|my] ssh agent"], [],
         "Removes all keys from the ssh agent"),
        ("scan", "ssh-keyscan {host} >> ~/.ssh/known_hosts",
         ["add the host key[s|] of {host} to [my|] known_hosts"], [],
         "Adds the keys of {host} to the known hosts"),
        ("config", "ssh -G {host}", ["[show|print] the ssh settings [that apply to|for] {host}"],
         [], "Prints the ssh settings for {host}"),
    ):  # fmt: skip
        yield recorded(
            f"network_remote.key-{name}", run, say, explained, ask, [run.split(" >> ")[0]],
            before="mkdir -p ~/.ssh",
        )  # fmt: skip


def _copies() -> Iterator[Task]:
    copy = "[copy|send|upload]"
    get = "[copy|download|get]"
    for name, run, say, explained in (
        ("to", f"scp {{file}} {_AT}:", [f"{copy} {{file}} to {{host}} as {{user}}[ with scp|]",
                                        f"{copy} {{file}} to the home directory of {{user}} on "
                                        "{host}"],
         "Copies {file} to the home directory of {user} on {host}"),
        ("to-dir", f"scp {{file}} {_AT}:{{dir}}/", [f"{copy} {{file}} [to|into] {{dir}} on {{host}}"
                                                    " as {user}"],
         "Copies {file} into {dir} on {host}, as {user}"),
        ("to-tmp", f"scp {{file}} {_AT}:/tmp/", [f"{copy} {{file}} [to|into] /tmp on {{host}} as "
                                                 "{user}"],
         "Copies {file} into /tmp on {host}, as {user}"),
        ("two-to", f"scp {{file}} {{file2}} {_AT}:", [f"{copy} {{file}} and {{file2}} to {{host}} "
                                                      "as {user}"],
         "Copies {file} and {file2} to the home directory of {user} on {host}"),
        ("dir-to", f"scp -r {{dir}} {_AT}:", [f"{copy} {{dir}} [and everything in it|with all its "
                                              "contents|] to {host} as {user}"],
         "Copies {dir} with all that is in it to {host}, as {user}"),
        ("from", f"scp {_AT}:{{file}} .", [f"{get} {{file}} from {{host}} as {{user}}[ with scp|]",
                                           f"{get} {{file}} from the home directory of {{user}} on "
                                           "{host}"],
         "Copies {file} from {host} to this folder, as {user}"),
        ("from-dir", f"scp {_AT}:{{dir}}/{{file}} .", [f"{get} {{file}} [in|from] {{dir}} on "
                                                       "{host} as {user}"],
         "Copies {file} from {dir} on {host} to this folder, as {user}"),
        ("dir-from", f"scp -r {_AT}:{{dir}} .", [f"{get} {{dir}} [and everything in it|with all "
                                                 "its contents|] from {host} as {user}"],
         "Copies {dir} with all that is in it from {host}, as {user}"),
        ("port", f"scp -P {{port}} {{file}} {_AT}:", [f"{copy} {{file}} to {{host}} as {{user}} "
                                                      "[over|on|via] [ssh|] port {port}"],
         "Copies {file} to {host} as {user}, by way of port {port}"),
        ("key", f"scp -i {{stem}} {{file}} {_AT}:", [f"{copy} {{file}} to {{host}} as {{user}} "
                                                     "with the key {stem}"],
         "Copies {file} to {host} as {user} with the key {stem}"),
        ("times", f"scp -p {{file}} {_AT}:", [f"{copy} {{file}} to {{host}} as {{user}} and [keep|"
                                              "preserve] its times and permissions"],
         "Copies {file} to {host} as {user}, with its times and permissions"),
        ("compress", f"scp -C {{file}} {_AT}:", [f"{copy} {{file}} to {{host}} as {{user}}, "
                                                 "compressed on the way"],
         "Copies {file} to {host} as {user}, compressed on the way"),
        ("limit", f"scp -l {{n}} {{file}} {_AT}:", [f"{copy} {{file}} to {{host}} as {{user}} with "
                                                    "at most {n} kbit per second"],
         "Copies {file} to {host} as {user} with {n} kilobits per second at most"),
        ("between", "scp -3 {host}:{file} {host2}:", ["copy {file} from {host} to {host2} through "
                                                      "this machine"],
         "Copies {file} from {host} to {host2} by way of this machine"),
        ("sftp", f"sftp {_AT}", ["open an sftp session [on|with] {host} as {user}"],
         "Opens an sftp session with {host} as {user}"),
    ):  # fmt: skip
        yield recorded(f"network_remote.copy-{name}", run, say, explained)


# How the copy is made: flags, how people say it for a copy to there and from there, the same told.
_THERE = (
    ("", "-avz", "", "", ""),
    ("delete", "-avz --delete", " and delete [there|on the other side] what is gone here",
     " and delete here what is gone there", " and deletes what the source does not have"),
    ("dry", "-avzn", " as a dry run", " as a dry run", ", only showing what would be done"),
    ("progress", "-avzP", " [with progress|and show the progress]", " with progress",
     ", showing the progress"),
    ("exclude", "-avz --exclude={kind}", " without [the|any] {kind}", " without [the|any] {kind}",
     " without {kind}"),
    ("port", "-avz -e 'ssh -p {port}'", " over ssh on port {port}", " over ssh on port {port}",
     " by way of port {port}"),
    ("limit", "-avz --bwlimit={n}", " at no more than {n} KB per second",
     " at no more than {n} KB per second", " at {n} kilobytes per second at most"),
    ("update", "-avzu", " but skip files that are newer there", " but skip files that are newer "
     "here", " except what is newer at the target"),
)  # fmt: skip


def _rsync_there() -> Iterator[Task]:
    for name, flags, to, back, told in _THERE:
        end = name and f"-{name}"
        yield recorded(
            f"network_remote.push{end}", f"rsync {flags} {{dir}}/ {_AT}:{{dir}}/",
            [f"[sync|synchronize|mirror] {{dir}} to {{host}} as {{user}}{to}",
             f"copy {{dir}} to the same folder on {{host}} as {{user}} with rsync{to}"],
            f"Brings {{dir}} on {{host}} up to date with the one here, as {{user}}{told}",
            setup=_folder,
        )  # fmt: skip
        yield recorded(
            f"network_remote.pull{end}", f"rsync {flags} {_AT}:{{dir}}/ {{dir}}/",
            [f"[sync|synchronize|mirror] {{dir}} from {{host}} as {{user}}{back}",
             f"[fetch|get] {{dir}} from {{host}} as {{user}} with rsync{back}"],
            f"Brings {{dir}} up to date with the one on {{host}}, as {{user}}{told}",
            setup=_folder,
        )  # fmt: skip


def _folder(world: World, s: Bound) -> None:
    world.dir(s.dir)


_MODES = (
    ("", "-a", "", ""),
    ("delete", "-a --delete", "[and delete|deleting] [files there|what is there] that [do not|no "
     "longer] exist in {dir}", " and deletes what is not in {dir}"),
    ("exclude", "-a --exclude={kind}", "[without|except|leaving out] [the|all|] {kind}",
     " without {kind}"),
    ("exclude-dir", "-a --exclude={stem}/", "[without|except] the folder {stem}",
     " without the folder {stem}"),
    ("only", "-a --include='*/' --include={kind} --exclude='*'", "but only [the|] {kind} and the "
     "folders", ", only folders and {kind}"),
    ("dry", "-an", "as a dry run", ", only trying"),
    ("update", "-au", "[but keep|without overwriting] files that are newer there",
     " except what is newer there"),
    ("existing", "-a --ignore-existing", "[but skip|without overwriting|leaving] files that are "
     "already there", " except what is there already"),
    ("remove", "-a --remove-source-files", "and then [delete|remove] the files in {dir}[ but not its folders|]",
     " and then removes the files in {dir}"),
    ("small", "-a --max-size={kb}k", "[without|except] files larger than {kb} KB",
     " without files larger than {kb} kilobytes"),
    ("checksum", "-ac", "comparing [checksums|contents]", ", comparing contents"),
)  # fmt: skip


def _rsync_here() -> Iterator[Task]:
    for name, flags, how, told in _MODES:
        yield Task(
            name=f"network_remote.rsync{name and '-' + name}",
            say=[f"[sync|synchronize|mirror] {{dir}} [to|into] {{dir2}} {how}".strip(),
                 f"[update|bring up to date] {{dir2}} from {{dir}} with rsync {how}".strip(),
                 f"copy the contents of {{dir}} to {{dir2}} with rsync {how}".strip()],
            ask=["rsync {dir} to {dir2}"] if not name else (),
            run=f"rsync {flags} {{dir}}/ {{dir2}}/",
            explain=[f"Brings {{dir2}} up to date with {{dir}}{told}."],
            setup=_rsync_setup,
            expect=lambda world, s, name=name: _synced(world, s, name),
            slots={"kb": lambda draw, spaced: number(draw.between(3, 40))},
        )  # fmt: skip


def _rsync_setup(world: World, s: Bound) -> None:
    kind = s.kind if "kind" in s else "txt"
    stem = s.stem if "stem" in s else "cache"
    limit = s.kb * 1024 if "kb" in s else 20000
    for path, text, days in (
        (f"one.{kind}", "new\n", 1), ("two.zig", "two\n", 3), ("sub/a.zig", "a\n", 2),
        (f"sub/b.{kind}", "b\n", 2), (f"{stem}/c.zig", "c\n", 2), (".hidden", "h\n", 4),
        ("big.zig", "x" * (limit + 1000), 4), ("same.zig", "good\n", 5),
    ):  # fmt: skip
        world.file(f"{s.dir}/{path}", text, days=days)
    world.file(f"{s.dir2}/two.zig", "newer there\n", days=0.5)
    world.file(f"{s.dir2}/extra.txt", "extra\n", days=9)
    world.file(f"{s.dir2}/same.zig", "evil\n", days=5)


def _synced(world: World, s: Bound, name: str) -> None:
    if name == "dry":
        return
    known = {f"{s.dir2}/two.zig", f"{s.dir2}/same.zig"}
    for path in world.paths(s.dir):
        inner = path[len(s.dir) + 1 :]
        target, node = f"{s.dir2}/{inner}", world[path]
        if node.kind == "dir":
            if not (name == "exclude-dir" and inner == s.stem):
                world.dir(target)
            continue
        if not _skipped(s, name, inner, node, target in known):
            world.copy(path, target, keep=True)
        if name == "remove":
            world.remove(path)
    if name == "delete":
        world.remove(f"{s.dir2}/extra.txt")


def _skipped(s: Bound, name: str, inner: str, node, exists: bool) -> bool:
    """Whether rsync leaves a file as it is. It takes same.zig for the same without -c: times and
    sizes are equal."""
    if inner == "same.zig" and name != "checksum":
        return True
    matches = fnmatch(inner, f"*.{s.kind}") if "kind" in s else False
    return {
        "exclude": matches,
        "only": not matches,
        "exclude-dir": inner.split("/")[0] == s.stem if "stem" in s else False,
        "update": inner == "two.zig",
        "existing": exists,
        "small": node.size > s.kb * 1024 if "kb" in s else False,
    }.get(name, False)
