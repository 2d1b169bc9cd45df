"""Repositories for the tasks about git: made in bash before the command, looked at afterwards.

A task of git starts in an empty world; `before` makes the repository there, `after` prints either
what the command wrote, with `<subject>` in place of every commit's name and without dates, or what
it changed, and clears the folder, so that the worlds of all are empty.
"""

from collections.abc import Callable, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, nothing

_START = r"""
top=$PWD
export HOME=$top/../home GIT_TERMINAL_PROMPT=0 GIT_PAGER=cat GIT_EDITOR=true
mkdir -p "$HOME"
git config --global user.name Dana
git config --global user.email dana@home.test
git config --global init.defaultBranch main
git config --global advice.detachedHead false
git config --global advice.statusHints false
put() { mkdir -p "$(dirname "$1")"; printf '%s\n' "${@:2}" >>"$1"; }
swap() { echo "$1" | tr 'A-Za-z' 'a-zA-Z'; }
save() {
    local at=$(($(date +%s) - ${3:-1} * 86400 - 3600))
    git add -A
    GIT_AUTHOR_DATE="@$at +0000" GIT_COMMITTER_DATE="@$at +0000" \
        git commit -q --author="${2:-Dana <dana@home.test>}" -m "$1"
}
"""
_HIDE = 'exec 5>&1 >"$top/../output"\n'
_SHOW = """
status=$?
exec >&5
cd "$top"
"""
_CLEAR = r"""
cd "$top" && rm -rf .git ./* .[!.]*
exit "$status"
"""
_WRITTEN = r"""
git log --all --reflog --format='s/%H/<%s>/g; s/\b%h[0-9a-f]*\b/<%s>/g' >../names
git stash list --format='s/\b%h[0-9a-f]*\b/<%s>/g' >>../names
sed -E 's/\x1b\[[0-9;]*m//g' ../output | sed -E -f ../names |
    sed -E '/^(Author|Commit)?Date:/d; s/^index [0-9a-f.]+/index/; s/-g[0-9a-f]{7,}$/-gHASH/;
        s/ [0-9]{4}-[0-9-]{5} [0-9:]{8} [+-][0-9]{4}//'
"""

BASIC = "git init -q\nput README.md alpha\nput src/app.zig 'print(1)'\nsave 'Start here'\n"
"""One commit of two files on main."""

Output = Callable[[Bound], Sequence[str] | str]


def printing(
    name: str,
    run: str,
    say: Sequence[str],
    explain: Sequence[str],
    output: Output,
    history: str = BASIC,
    ask: Sequence[str] = (),
    **more,
) -> Task:
    """A task whose command prints something about a repository."""
    return _task(name, run, say, explain, output, history, ask, _WRITTEN, **more)


def changing(
    name: str,
    run: str,
    say: Sequence[str],
    explain: Sequence[str],
    show: str,
    output: Output,
    history: str = BASIC,
    ask: Sequence[str] = (),
    **more,
) -> Task:
    """A task whose command changes a repository; `show` is bash that prints what came of it."""
    return _task(name, run, say, explain, output, history, ask, show, **more)


def _task(name, run, say, explain, output, history, ask, show, ordered=True, **more) -> Task:
    return Task(
        name=name,
        say=say,
        ask=ask,
        run=run,
        explain=explain,
        setup=nothing,
        expect=lambda world, s: Outcome(stdout=output(s), ordered=ordered),
        before=f"{_START}{history}{_HIDE}",
        after=f"{_SHOW}{show}{_CLEAR}",
        **more,
    )


def shown(path: str) -> str:
    """A path as git prints it: quoted where it holds a blank."""
    return f'"{path}"' if " " in path else path
