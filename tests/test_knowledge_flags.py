"""Every GNU flag of the knowledge base is known to the real utility, in a sandbox.

A flag counts as accepted where, first that applies:
1. `UTILITY FLAG [ARGUMENT] --help` succeeds while a made-up flag in its place fails;
2. the utility's help text names it;
3. its `accepted` command succeeds.
"""

import re
import shlex
import shutil
from collections import Counter

import pytest

from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.shell import sandbox
from bashcoder_mlx.shell.knowledge import Flag, Utility, utilities

PATHS = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/games"
LIMITS = sandbox.Limits(seconds=120, memory_bytes=64 << 30, output_bytes=16 << 20)
# These are tried in a repository in place of `--help`, which opens a manual.
READ_ONLY = {"git diff", "git log", "git show"}
# What has to succeed before anything can be said of a utility in a sandbox.
NEEDS = {"sudo": "sudo -h", "docker compose": "docker compose version"}
# What is tried runs with nothing on its input, for at most 5 s, and its output is dropped.
TRY = "timeout -k 1 5 {} </dev/null >/dev/null 2>&1; echo '#try' {} $?\n"
HELP = "timeout -k 1 5 {} </dev/null 2>&1\n"


@pytest.fixture(scope="module")
def box():
    try:
        return sandbox.find_sandbox()
    except BashcoderError as error:
        pytest.skip(str(error))


def gnu_forms(utility: Utility) -> list[tuple[Flag, str]]:
    """The flags of GNU in each form, but for those that are checked with another utility."""
    others = utilities()[utility.like].flags if utility.like else ()
    own = [flag for flag in utility.flags if flag not in others]
    return [(f, s) for f in own for s in f.spellings() if "gnu" in f.families(s)]


CHECKED = [name for name, utility in utilities().items() if gnu_forms(utility)]


@pytest.mark.parametrize("name", CHECKED)
def test_gnu_knows_every_flag(name, box, tmp_path, record_property):
    utility = utilities()[name]
    skip_where_missing(utility, box, tmp_path)
    ways = accepted_ways(box, tmp_path, utility)
    record_property("ways", dict(Counter(ways.values())))
    assert [spelling for spelling, way in ways.items() if way is None] == []


def test_a_made_up_flag_is_not_accepted(box, tmp_path):
    skip_where_missing(utilities()["ls"], box, tmp_path)
    made_up = Utility("ls", "", flags=(Flag("", short="-y", systems=frozenset(["gnu"])),))
    assert accepted_ways(box, tmp_path, made_up) == {"-y": None}


def skip_where_missing(utility: Utility, box, workspace) -> None:
    program = utility.name.split(" ")[0]
    if utility.kind == "program" and not shutil.which(program, path=PATHS):
        pytest.skip(f"{program} is not installed (Debian package {utility.package})")
    need = NEEDS.get(utility.name)
    if need and box.run(need, workspace, limits=LIMITS).status:
        pytest.skip(f"`{need}` does not work in the sandbox")


def accepted_ways(box, workspace, utility: Utility) -> dict[str, str | None]:
    """Each GNU form with how it is accepted: "run", "help", "command", or None."""
    forms = dict((spelling, flag) for flag, spelling in gnu_forms(utility))
    statuses, text = probe(box, workspace, utility, forms)
    ways = {spelling: _way(spelling, statuses, text) for spelling in forms}
    left = {s: forms[s].accepted for s, way in ways.items() if not way and forms[s].accepted}
    if left:
        script = "".join(_try(f"bash -c {shlex.quote(c)}", s) for s, c in left.items())
        found, _ = _read(box.run(_setup() + script, workspace, limits=LIMITS).stdout.decode())
        ways |= {spelling: "command" for spelling in left if found[spelling] == 0}
    return ways


def _way(spelling: str, statuses: dict[str, int], text: str) -> str | None:
    bogus = "--made-up-flag" if spelling.startswith("--") else "-@"
    if statuses.get(spelling) == 0 and statuses[bogus] != 0:
        return "run"
    named = re.search(rf"(?<![\w-]){re.escape(spelling)}(?![\w-])", text) if text else None
    return "help" if named or _in_bundle(spelling, text) else None


def _in_bundle(spelling: str, text: str) -> bool:
    """Whether a usage such as `[-abc]` holds the letter."""
    letter = spelling[1:]
    bundles = re.findall(r"\[-(\w+)\]?", text)
    return len(letter) == 1 and any(letter in bundle for bundle in bundles)


def probe(box, workspace, utility: Utility, forms) -> tuple[dict[str, int], str]:
    """The status of `UTILITY FLAG ARGUMENT --help` for each form, and the help text."""
    script = _setup()
    if utility.kind == "program":
        for spelling in ("--made-up-flag", "-@", *forms):
            argument = _argument(forms[spelling]) if spelling in forms else ""
            after = "" if utility.name in READ_ONLY else " --help"
            spelled = spelling.replace("NUM", "2")
            script += _try(f"{utility.name} {spelled}{argument}{after}", spelling)
        # Many print their usage for a flag that they do not know.
        helps = [f"{utility.name} {flag}" for flag in ("--help", "-h", "-help", "-@")]
    else:
        helps = [f"bash -c {shlex.quote('help ' + shlex.quote(utility.name))}"]
    script += "echo '#help'\n" + "".join(HELP.format(command) for command in helps)
    result = box.run(script, workspace, limits=LIMITS)
    statuses, text = _read(result.stdout.decode("utf-8", "replace"))
    return statuses, _spelled_out(text)


def _spelled_out(text: str) -> str:
    """A help text with `--[no-]edit` and `-br[ief]` as the flags they stand for."""
    text = re.sub(r"--\[no-\](\S+)", r"--\1 --no-\1", text)
    return re.sub(r"(-\w+)\[([\w-]+)\]", r"\1 \1\2", text)


def _argument(flag: Flag) -> str:
    if not flag.argument or flag.optional:
        return ""
    return " /dev/null" if "FILE" in flag.argument else " 1"


def _setup() -> str:
    return (
        f"""export PATH={PATHS} LC_ALL=C PAGER=cat GIT_PAGER=cat TERM=dumb
git init -q && git -c user.name=x -c user.email=x commit -q --allow-empty -m x
"""
        if shutil.which("git")
        else ""
    )


def _try(command: str, spelling: str) -> str:
    return TRY.format(command, shlex.quote(spelling))


def _read(output: str) -> tuple[dict[str, int], str]:
    tried, _, text = output.partition("#help\n")
    return {s: int(status) for s, status in re.findall(r"(?m)^#try (\S+) (\d+)$", tried)}, text
