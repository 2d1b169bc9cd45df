"""Downloads with curl: recorded, or really made from a server of Python on this machine."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Outcome, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded

_GET = "[download|fetch|get]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _downloads()
    yield from _local()


def _downloads() -> Iterator[Task]:
    """Every option of a download, with the name of the address and with another one."""
    for name, flags, how, explained in (
        ("", "", "", ""),
        ("quiet", "s", "[without|with no] [progress|output|progress bar|messages]",
         ", without progress"),
        ("fail", "f", "[and fail on an HTTP error|but fail if the server reports an error]",
         ", and fails on an error of the server"),
        ("resume", "C - -", "[and continue where it stopped|resuming a partial download|and resume"
         " it if it was interrupted]", ", going on with what is already there"),
        ("limit", "--limit-rate {n}k", "[at no more than|limited to|with at most] {n} KB per "
         "second", ", at {n} kilobytes per second at most"),
        ("retry", "--retry {count}", "[with|and allow] [up to|at most|] {count} retries",
         ", with up to {count} new attempts"),
        ("timeout", "-m {seconds}", "[within|in at most|with a time limit of] {seconds} seconds",
         ", within {seconds} seconds at most"),
        ("bar", "-#", "with a progress bar", ", with a progress bar"),
        ("insecure", "k", "[without checking the certificate|ignoring certificate errors]",
         ", whatever its certificate"),
        ("login", "-u {user}", "[as the user|logging in as|as user] {user}", " as {user}"),
        ("agent", "-A {word}", "with the user agent {word}", " with {word} as the user agent"),
    ):  # fmt: skip
        for target, letter, into in (
            ("", "O", ""), ("as", "o {file}", "[to|as|and save it as|into] {file}"),
        ):  # fmt: skip
            bundle = flags if len(flags) == 1 else ""
            long = "" if bundle or not flags else f"{flags} "
            if flags == "C - -":
                bundle, long = "", "-C - "
            run = f"curl {long}-{bundle}L{letter} {{url}}"
            last = f"{into}, {how}" if into and how else into or how
            saved = "as {file}" if into else "under its own name"
            say = [f"{_GET} {{url}} {last}", f"{_GET} {{url}} with curl{', ' * bool(last)}{last}"]
            if not name and not into:
                say = [
                    f"{_GET} {{url}}",
                    f"{_GET} {{url}} with curl",
                    f"{_GET} the file [at|from] {{url}}",
                    "save {url} [here|in this folder]",
                ]
            elif not name:
                say.append("save {url} [as|in|to] {file}")
            else:
                say.append(f"{_GET} {how}: {{url}}{' ' * bool(into)}{into}")
            yield recorded(
                "network." + "-".join(filter(None, ("curl", name, target))), run, say,
                f"Downloads {{url}} {saved}{explained}",
                ["curl download {url}"] if last == "" else (),
            )  # fmt: skip


_SERVE = """
mkdir ../site && printf 'first line\\nsecond line\\n' >../site/{stem.raw}.txt
(cd ../site && exec python3 -m http.server {port}) >/dev/null 2>&1 &
server=$!
for i in {1..50}; do : 2>/dev/null </dev/tcp/127.0.0.1/{port} && break; sleep 0.1; done
"""
_STOP = "status=$?; kill $server; exit $status"


def _local() -> Iterator[Task]:
    """Downloads from a server of this machine, really made."""
    place = "http://localhost:{port}/{stem}.txt"
    text = "first line\nsecond line\n"
    for name, run, say, explained, lines, saved in (
        ("print", f"curl -s {place}", [f"print [the content of|] {place} without progress",
                                       f"show {place} on the terminal, silently"],
         f"Prints {place} without progress", text, None),
        ("save", f"curl -sO {place}", [f"{_GET} {place} silently[ with curl|]",
                                       f"save {place} under its own name, without progress"],
         f"Downloads {place} without progress", "", "{stem}.txt"),
        ("into", f"curl -s -o {{dir}}/{{stem}}.txt --create-dirs {place}",
         [f"{_GET} {place} [to|as] {{dir.raw}}/{{stem}}.txt, creating {{dir}} if it is missing"],
         f"Downloads {place} to {{dir.raw}}/{{stem}}.txt and makes {{dir}} if need be", "", "dir"),
        ("code", f"curl -s -o /dev/null -w '%{{http_code}}\\n' {place}",
         [f"print [only|just] the status code of {place}"], f"Prints the status code of {place}",
         "200\n", None),
        ("lines", f"curl -s {place} | wc -l", [f"count the lines of {place}"],
         f"Counts the lines of {place}", "2\n", None),
        ("grep", f"curl -s {place} | grep second", [f"[print|show] the lines of {place} that "
                                                    "contain second"],
         f"Prints the lines of {place} that contain second", "second line\n", None),
        ("head", f"curl -s {place} | head -n 1", [f"[print|show] the first line of {place}"],
         f"Prints the first line of {place}", "first line\n", None),
        ("fail", "curl -fsS http://localhost:{port}/no-{stem} || echo missing",
         ["[request|get] http://localhost:{port}/no-{stem} and print missing if that fails"],
         "Requests http://localhost:{port}/no-{stem} and prints missing where that fails",
         "missing\n", None),
    ):  # fmt: skip

        def expect(world, s, lines=lines, saved=saved):
            if saved:
                folder = f"{s.dir}/" if saved == "dir" else ""
                for at in range(1, len(parts := s.dir.split("/")) + 1) if folder else ():
                    world.dir("/".join(parts[:at]), 0o750)  # the mode that curl gives
                world.file(f"{folder}{s.stem}.txt", text)
            return Outcome(stdout=lines)

        yield Task(
            name=f"network.local-{name}",
            say=say,
            run=run,
            explain=[f"{explained}."],
            setup=nothing,
            expect=expect,
            before=_SERVE,
            after=_STOP,
        )
    for name, run, say, ask, explained in (
        ("serve", "python3 -m http.server {port}",
         ["serve [this folder|the current directory|the files here] [over HTTP|on the web|] on "
          "port {port}", "start a [simple|] web server [here|in this folder] on port {port}"],
         ["web server for this folder on port {port}"],
         "Serves the files of this folder over HTTP on port {port}"),
        ("serve-dir", "python3 -m http.server -d {dir} {port}",
         ["serve [the files of|] {dir} over HTTP on port {port}",
          "start a web server for {dir} on port {port}"], [],
         "Serves the files of {dir} over HTTP on port {port}"),
        ("serve-local", "python3 -m http.server -b 127.0.0.1 {port}",
         ["serve this folder over HTTP on port {port}, only for this machine",
          "start a web server here on port {port} that only this machine can reach"], [],
         "Serves the files of this folder on port {port}, for this machine only"),
    ):  # fmt: skip
        yield recorded(f"network.{name}", run, say, explained, ask)
