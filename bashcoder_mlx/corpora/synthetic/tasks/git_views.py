"""Looking into a git repository: differences, authors of lines, texts, names."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import number
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.git_log_criteria import patch
from bashcoder_mlx.corpora.synthetic.tasks.git_repository import BASIC, printing

_BACK = {"back": lambda draw, spaced: number(draw.between(2, 7), True)}
_SHOW = "[show|print|display|see]"
_STATES = (
    "git init -q -b trunk; put a 1; put b 1; put c 1; save One '' 5; git tag {tag}; "
    "git switch -q -c {branch}; put a 2; put c 2; save Two '' 4; git switch -q trunk; "
    "put b 3; save Three '' 3; git tag {tag2}; put c 4; save Four '' 2; "
    "put b 5; git add b; put a 6; put loose 1\n"
)
"""Lines added to a, b and c on two branches, then staged in b and not staged in a."""


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _differences()
    yield from _other_differences()
    yield from _lines()
    yield from _searches()
    yield from _names()


# What is compared: the flags, how people say it, and the old and new lines of the files.
_COMPARED = (
    ("", "", "[unstaged changes|changes that are not staged|changes I have not staged]",
     "the unstaged changes", {"a": ("1", "16")}),
    ("staged", "--staged", "[staged changes|changes staged for the next commit|changes that will "
     "be committed]", "the staged changes", {"b": ("13", "135")}),
    ("head", "HEAD", "[uncommitted changes, staged or not|changes since the last commit, staged "
     "and unstaged|differences from the last commit]", "all changes since the last commit",
     {"a": ("1", "16"), "b": ("13", "135")}),
    ("branches", "{branch} {branch2}", "[differences|changes] between the branches {branch} and "
     "{branch2}",
     "the differences between {branch} and {branch2}",
     {"a": ("12", "1"), "b": ("1", "13"), "c": ("12", "14")}),
    ("branch", "{branch}", "differences between the working tree and [the branch|] {branch}", "how the working tree differs from {branch}",
     {"a": ("12", "16"), "b": ("1", "135"), "c": ("12", "14")}),
    ("since-branch", "{branch}...", "changes on [this branch|the current branch] since it [left|"
     "branched off|forked from] {branch}", "what changed on this branch since it left {branch}",
     {"b": ("1", "13"), "c": ("1", "14")}),
    ("tags", "{tag} {tag2}", "[differences|changes] between [the tags|the git tags|the "
     "tagged versions] {tag} and {tag2}", "the differences between {tag} and {tag2}",
     {"b": ("1", "13")}),
    ("tag", "{tag}", "[changes since|differences from] [the tag|the version|] {tag}[, uncommitted "
     "ones included|]", "the changes since {tag}",
     {"a": ("1", "16"), "b": ("1", "135"), "c": ("1", "14")}),
    ("last", "HEAD~1 HEAD", "[changes|differences] between the last two commits",
     "the changes between the last two commits", {"c": ("1", "14")}),
)  # fmt: skip


def _differences() -> Iterator[Task]:
    """Every comparison in every form."""
    for name, flags, said, explained, files in _COMPARED:
        history = _STATES if "{branch}" in flags else _STATES.replace("{branch}", "side")
        if "{branch2}" in flags:
            history += "git branch {branch2}\n"
        for tag in ("{tag}", "{tag2}"):
            if tag not in flags:
                history = history.replace(f"git tag {tag}; ", "")
        for form, flag, say, told in (
            ("", "", [f"{_SHOW} [the|all|] [git|] {said}", f"{_SHOW} the [git|] diff of the {said}"],
             f"Shows {explained}"),
            ("names", "--name-only",
             [f"[list|show|print] [the [names of the|] files with|only the names of the files "
              f"with] {said}", f"which files have {said}?"],
             f"Shows {explained}, as names of files only"),
            ("stat", "--stat",
             [f"{_SHOW} a [summary|diffstat] of the [git|] {said}",
              f"{_SHOW} how many lines [changed in each file|were added and removed per file] in "
              f"the {said}"],
             f"Sums up {explained}, with the number of changed lines of every file"),
            ("words", "--color-words", [f"{_SHOW} the [git|] {said} word by word",
                                        f"{_SHOW} the {said} by word instead of by line"],
             f"Shows {explained} word by word"),
            ("status", "--name-status", [f"[list|show] the files with {said} and whether they were "
                                         "added, [modified or deleted|changed or removed]"],
             f"Lists the files with {explained} and how each changed"),
        ):  # fmt: skip
            if form == "words" and not all(new.startswith(old) for old, new in files.values()):
                continue
            asks = [text for text in say if text.endswith("?")]
            yield printing(
                "git_views.diff-" + ("-".join(filter(None, (name, form))) or "plain"),
                " ".join(filter(None, ("git diff", flag, flags))),
                [text for text in say if text not in asks], [f"{told}."],
                lambda s, files=files, form=form: _compared(files, form), history, asks,
                weight=0.5 if form else 1.0,
            )  # fmt: skip


def _compared(files: dict[str, tuple[str, str]], form: str) -> list[str]:
    if form == "stat":
        return _summed(files)
    lines = []
    for path, (old, new) in files.items():
        if form in ("names", "status"):
            lines.append(path if form == "names" else f"M\t{path}")
        else:
            lines += patch(path, list(old), list(new))
            if form == "words":  # lines were only added: nothing marks them but their colour
                lines[-len(new) :] = list(new)
    return lines


def _summed(files: dict[str, tuple[str, str]]) -> list[str]:
    """The lines of --stat: columns beyond the common start are the changed ones."""
    lines, added, removed = [], 0, 0
    for path, (old, new) in files.items():
        same = len([1 for a, b in zip(old, new, strict=False) if a == b])
        more, less = len(new) - same, len(old) - same
        lines.append(f" {path} | {more + less} {'+' * more}{'-' * less}")
        added, removed = added + more, removed + less
    total = f" {len(files)} file{'s' * (len(files) > 1)} changed"
    total += f", {added} insertion{'s' * (added != 1)}(+)" * bool(added)
    total += f", {removed} deletion{'s' * (removed != 1)}(-)" * bool(removed)
    return [*lines, total]


def _other_differences() -> Iterator[Task]:
    spaces = "put x 'a b'; put y 1; save More; put x; echo 'a   b' >x; echo 2 >>y"
    for name, flags, said, history in (
        ("", "-w", "[unstaged|] changes", spaces),
        ("-staged", "--staged -w", "staged changes", f"{spaces}; git add -A"),
        ("-head", "-w HEAD", "changes since the last commit", f"{spaces}; git add x"),
    ):
        yield printing(
            f"git_views.diff-spaces{name}", f"git diff {flags}",
            [f"{_SHOW} [the|] [git|] {said}[,|] [ignoring|without] [whitespace|white space|changes "
             "of whitespace]", f"{_SHOW} the {said} [but not|and leave out] those of white space"],
            [f"Shows the {said.replace('[unstaged|]', 'unstaged')}, white space aside."],
            lambda s: patch("y", ["1"], ["1", "2"]), BASIC + history + "\n",
        )  # fmt: skip
    history = BASIC + (
        "put {file} 1; put other 1; save More; echo 2 >>{file}; echo 2 >>other; git add -A; "
        "echo 3 >>{file}; echo 3 >>other\n"
    )
    for name, flags, said, explained, old, new in (
        ("file", "{file}", "[unstaged|] changes [in|of|to] {file}",
         "the unstaged changes of {file}", "12", "123"),
        ("file-staged", "--staged {file}", "staged changes [in|of|to] {file}",
         "the staged changes of {file}", "1", "12"),
        ("file-head", "HEAD {file}", "changes [in|of|to] {file} since the last commit, staged or "
         "not", "all changes of {file} since the last commit", "1", "123"),
    ):  # fmt: skip
        yield printing(
            f"git_views.diff-{name}", f"git diff {flags}",
            [f"{_SHOW} [the|] [git|] {said}", f"{_SHOW} the diff of the {said}"],
            [f"Shows {explained}."],
            lambda s, old=old, new=new: patch(s.file, list(old), list(new)), history,
            ["what changed in {file} [in git|that is not staged]?"] if name == "file" else (),
        )  # fmt: skip
    yield printing(
        "git_views.diff-file-branches", "git diff {branch} {branch2} -- {file}",
        [f"{_SHOW} how {{file}} differs between the branches {{branch}} and {{branch2}}",
         "compare {file} [in|on] the branches {branch} and {branch2}"],
        ["Shows how {file} differs between {branch} and {branch2}."],
        lambda s: patch(s.file, ["1"], ["1", "2"]),
        "git init -q -b trunk; put {file} 1; put x 1; save One; git branch {branch}; "
        "git switch -q -c {branch2}; put {file} 2; put x 2; save Two\n",
    )  # fmt: skip
    yield printing(
        "git_views.diff-file-before", "git diff HEAD~{back} -- {file}",
        [f"{_SHOW} how {{file}} [changed|differs] [from|since] {{back}} commits ago",
         "compare {file} with its version of {back} commits ago"],
        ["Shows how {file} differs from {back} commits ago."],
        lambda s: patch(s.file, [str(n) for n in range(10 - s.back)], [str(n) for n in range(10)]),
        "git init -q; for i in {0..9}; do put {file} $i; put x $i; save $i; done\n", slots=_BACK,
    )  # fmt: skip
    yield printing(
        "git_views.diff-context", "git diff -U{n}",
        [f"{_SHOW} [the|] unstaged changes with {{n}} lines of context",
         "git diff with {n} lines [of context|around each change]"],
        ["Shows the unstaged changes with {n} lines around each."],
        lambda s: ["diff --git a/f b/f", "index 100644", "--- a/f", "+++ b/f",
                   f"@@ -{250 - s.n},{2 * s.n + 1} +{250 - s.n},{2 * s.n + 1} @@",
                   *(f" {i}" for i in range(250 - s.n, 250)), "-250", "+changed",
                   *(f" {i}" for i in range(251, 251 + s.n))],
        BASIC + "put f $(seq 500); save F; sed -i s/^250$/changed/ f\n",
    )  # fmt: skip
    yield printing(
        "git_views.diff-save", "git diff > {stem}.patch && cat {stem}.patch",
        ["save the unstaged changes [to|as|in] {stem}.patch and print it",
         "write the [git|] diff to {stem}.patch and show it"],
        ["Saves the unstaged changes in {stem}.patch and prints it."],
        lambda s: patch("README.md", ["alpha"], ["alpha", "b"]), BASIC + "echo b >>README.md\n",
    )  # fmt: skip


def _lines() -> Iterator[Task]:
    history = (
        "git init -q; put {file} one; save One 'Ann <a@a.test>'; put {file} two; "
        "save Two 'Ben <b@b.test>'; put {file} three; save Three 'Cyd <c@c.test>'\n"
    )
    blamed = ["^<One> (Ann 1) one", "<Two> (Ben 2) two", "<Three> (Cyd 3) three"]
    for name, flag, say, ask, explained in (
        ("blame", "", ["show who [last|] changed [each|every] line of {file}[ in git|]",
                       "[show|list] the author of [each|every] line of {file}",
                       "[annotate|blame] {file}[ with git|]"],
         ["who [wrote|changed] [each|every] line of {file}?", "git blame {file}"],
         "Shows for every line of {file} who changed it last and in which commit"),
        ("blame-spaces", " -w", ["show who [last|] changed [each|every] line of {file}, ignoring "
                                 "[whitespace|white space]", "blame {file} without [whitespace|"
                                 "white space] changes"], ["git blame {file} ignoring whitespace"],
         "Shows for every line of {file} who changed it last, white space aside"),
    ):  # fmt: skip
        spaced = "sed -i 's/$/ /' {file}; save Spaces\n" if flag else ""
        yield printing(
            f"git_views.{name}", f"git blame{flag} {{file}}", say, [f"{explained}."],
            lambda s, end=" " if flag else "": [line + end for line in blamed],
            history + spaced, ask,
        )  # fmt: skip
    yield printing(
        "git_views.blame-line", "git blame -L {line},{line} {file}",
        ["show who [last|] changed line {line} of {file}[ in git|]",
         "[find out|show] who wrote line {line} [of|in] {file}[ with git|]"],
        ["Shows who changed line {line} of {file} last, and in which commit."],
        lambda s: [f"^<One> (Dana {s.line}) {s.line}"],
        "git init -q; put {file} $(seq 600); save One\n",
        ["who [wrote|changed] line {line} of {file}?"],
    )  # fmt: skip


def _searches() -> Iterator[Task]:
    history = BASIC + (
        "put {word.raw}1 'no such'; put src/m.c 'see {word} here' none 'x{word}y'; "
        "put doc/n.md \"$(swap {word}) too\"; save More; put src/loose '{word}'\n"
    )
    found = ["see {} here", "x{}y"]
    for name, flag, say, ask, explained, lines in (
        ("", "", ["[search|grep] [the files that git tracks|tracked files|the repository] for "
                  "{word}", "[find|show] [the|all|] lines with {word} in [tracked files|the "
                  "repository|files under git]", "git grep {word}"],
         ["where does {word} occur in [this repository|the tracked files]?"],
         "Finds the lines with {word} in the files that git tracks",
         [f"src/m.c:{line}" for line in found]),
        ("numbers", " -n", ["[search|grep] [tracked files|the repository] for {word} and show line "
                            "numbers"], ["git grep {word} with line numbers"],
         "Finds the lines with {word} in tracked files, with line numbers",
         [f"src/m.c:1:{found[0]}", f"src/m.c:3:{found[1]}"]),
        ("case", " -i", ["[search|grep] [tracked files|the repository] for {word}[,|] [ignoring|"
                         "regardless of] case"], ["git grep {word} ignoring case"],
         "Finds the lines with {word} in tracked files, in upper or lower case",
         ["doc/n.md:SWAP too", *(f"src/m.c:{line}" for line in found)]),
        ("files", " -l", ["list the [tracked files|files in the repository] [that contain|"
                          "containing|with] {word}"],
         ["which [tracked files|files of the repository] contain {word}?"],
         "Lists the tracked files that contain {word}", ["src/m.c"]),
        ("counts", " -c", ["count the lines with {word} in [each|every] tracked file [that has "
                           "any|]"], [],
         "Counts the lines with {word} in every tracked file that has some", ["src/m.c:2"]),
        ("words", " -w", ["[search|grep] [tracked files|the repository] for the whole word {word}",
                          "find {word} as a whole word in [tracked files|the repository]"], [],
         "Finds the lines with the whole word {word} in tracked files", [f"src/m.c:{found[0]}"]),
    ):  # fmt: skip
        yield printing(
            "git_views." + "-".join(filter(None, ("grep", name))), f"git grep{flag} {{word}}", say,
            [f"{explained}."],
            lambda s, lines=lines: [
                line.replace("SWAP", s.word.swapcase()).replace("{}", s.word) for line in lines
            ],
            history, ask,
        )  # fmt: skip
    for name, end, where in (
        ("dir", "{dir}", "in {dir}"), ("kind", "{kind}", "in [the|all|all the|] {kind}"),
    ):  # fmt: skip
        place = "{dir}" if name == "dir" else "deep"
        ending = "txt" if name == "dir" else "{kind.ext}"
        yield printing(
            f"git_views.grep-{name}", f"git grep {{word}} -- {end}",
            [f"[search|grep] {where.replace('in ', '', 1)} for {{word}} with git[ grep|]",
             f"[find|show] the lines with {{word}} {where} [tracked by git|with git grep]"],
            [f"Finds the lines with {{word}} {where.replace('[the|all|all the|] ', 'the ')}, among "
             "the tracked files."],
            lambda s, name=name: [
                f"{s.dir}/a.txt:a {s.word}" if name == "dir" else f"deep/a.{s.kind}:a {s.word}"
            ],
            BASIC + f"put {place}/a.{ending} 'a {{word}}' b; put other/b 'a {{word}}'; save More; "
            f"put {place}/c.{ending} '{{word}}'\n",
            [f"git grep {{word}} {where}"],
        )  # fmt: skip
    yield printing(
        "git_views.grep-commit", "git grep {word} {tag}",
        ["[search|grep] [the version|the tag|] {tag} for {word}",
         "[find|show] the lines with {word} in the [files of|version] {tag}"],
        ["Finds the lines with {word} in the files as of {tag}."],
        lambda s: [f"{s.tag}:f:a {s.word}"],
        BASIC + "put f 'a {word}'; save A; git tag {tag}; put g '{word}'; save B\n",
    )  # fmt: skip


def _names() -> Iterator[Task]:
    history = BASIC + "git tag {tag}; put x 1; save More; mkdir -p deep/er; cd deep/er\n"
    plain = history.replace("git tag {tag}; ", "")
    for name, run, say, ask, explained, lines, before in (
        ("hash", "git rev-parse HEAD",
         [f"{_SHOW} the [full|whole|] hash of the [current|last|latest] commit"],
         ["what is the [current|latest] commit hash?", "hash of the last commit"],
         "Prints the hash of the current commit", ["<More>"], plain),
        ("hash-short", "git rev-parse --short HEAD",
         [f"{_SHOW} the [short|abbreviated] hash of the [current|last|latest] commit"],
         ["short [commit hash|hash of the last commit]"],
         "Prints the short hash of the current commit", ["<More>"], plain),
        ("hash-tag", "git rev-parse {tag}",
         [f"{_SHOW} the [commit hash|hash] [of|behind] [the tag|] {{tag}}"],
         ["which commit is {tag}?"], "Prints the hash of {tag}", ["<Start here>"], history),
        ("describe", "git describe --tags",
         ["describe the current commit by its [nearest|closest|latest|last] tag",
          f"{_SHOW} the [nearest|latest|last] tag and how many commits [came after|are after] it"],
         [], "Names the current commit by the last tag and the commits since", ["v1-1-gHASH"],
         history.replace("git tag {tag}", "git tag v1")),
        ("describe-tag", "git describe --tags --abbrev=0",
         [f"{_SHOW} [only|] the [latest|most recent|last|nearest] tag [of this branch|before the "
          "current commit|]"], ["what is the [latest|last] tag?", "latest git tag"],
         "Prints the last tag before the current commit", ["v1"],
         history.replace("git tag {tag}", "git tag v1")),
        ("inside", "git rev-parse --is-inside-work-tree",
         ["[check|test] whether [this folder|the current directory] is [in|inside|part of] a git "
          "[repository|repo]"], ["am I [in|inside] a git [repository|repo]?"],
         "Prints true inside the working tree of a repository", ["true"], plain),
        ("top", "basename \"$(git rev-parse --show-toplevel)\"",
         [f"{_SHOW} the [name of the folder|folder name] of [this|the] git repository",
          f"{_SHOW} the name of the top folder of this repo"], [],
         "Prints the name of the top folder of the repository", ["tree"], plain),
        ("go-top", "cd \"$(git rev-parse --show-toplevel)\" && ls",
         ["[go|change] to the [top|root] [folder|directory] of [this|the] git [repository|repo] "
          "and list it"], [],
         "Goes to the top folder of the repository and lists it",
         ["README.md", "deep", "src", "x"], plain + "export LC_ALL=C\n"),
    ):  # fmt: skip
        yield printing(
            f"git_views.{name}", run, say, [f"{explained}."], lambda s, lines=lines: lines, before,
            ask,
        )  # fmt: skip
    yield printing(
        "git_views.status-nothing", "git diff --quiet && echo clean",
        ["print clean if there are no unstaged changes[ in git|]",
         "[check|test] that nothing is modified [in git|and unstaged] and print clean if so"],
        ["Prints clean where there are no unstaged changes."], lambda s: ["clean"], BASIC,
    )  # fmt: skip
