"""Links, sizes and contents of files: ln, readlink, truncate, dd, echo, here-documents."""

import posixpath
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Outcome, Task, nothing, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import aged_kind, many, old_files
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task

_MAKE = "[make|create]"
_NAMED = "[called|named|]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _sizes()
    yield from _links()
    yield from _small_files()


def _task(
    name: str, run, say, explain: str, setup=nothing, expect=nothing, ask=(), mac=None, **more
):
    return text_task(f"files_content.{name}", say, run, [explain], setup, expect, ask, mac, **more)


def _sizes() -> Iterator[Task]:
    size = many(1, 9, (1, 10, 100))
    empty = [
        ("empty-file", "truncate -s 0 {file}", ["[empty|clear|truncate] {file}[ with truncate|]", "cut {file} to [zero length|no content at all]", "[delete|remove] [everything in|the contents of] {file} but keep the file"],
         "Empties {file} but keeps it."),
        ("empty-redirect", ": > {file}", ["[empty|clear|truncate] {file} with a redirection", "[empty|clear] {file} without any [program|external command]"],
         "Empties {file}, by redirecting nothing into it."),
    ]  # fmt: skip
    for name, run, say, explain in empty:
        yield _task(
            name,
            run,
            say,
            explain,
            old_files("file"),
            lambda world, s: silent(world.file(s.file)),
            weight=1.5,
        )
    yield _task(
        "empty-kind", "truncate -s 0 *.{kind.ext}",
        ["[empty|clear] [all|all the|the] {kind} [here|in this folder] but keep [them|the files]", "truncate [all|the] {kind} [here|in this folder] to zero bytes"],
        "Empties the {kind} in the current directory.", aged_kind,
        lambda world, s: silent(world.file(f"a.{s.kind}"), world.file(f"b.{s.kind}")),
    )  # fmt: skip
    yield _task(
        "sized-file", "truncate -s {size}K {file}",
        [f"{_MAKE} {{file}} with a size of {{size}} [KB|kilobytes|KiB]", f"{_MAKE} [a sparse file|a file] {_NAMED} {{file.raw}} of {{size}} [KB|kilobytes]"],
        "Creates {file} with a size of {size} kibibytes, all zeros.", expect=lambda world, s: silent(world.file(s.file, b"\0" * s.size * 1024)), slots={"size": size},
    )  # fmt: skip
    yield _task(
        "cut-file", "truncate -s {size} {file}",
        ["[cut|truncate|shorten] {file} to [its first|] {size} bytes", "keep only the first {size} bytes of {file}"],
        "Cuts {file} to {size} bytes.", lambda world, s: silent(world.file(s.file, "0123456789" * 200)),
        lambda world, s: silent(world.file(s.file, ("0123456789" * 200)[: s.size])), slots={"size": many(1, 9, (1, 10, 100))},
    )  # fmt: skip
    yield _task(
        "zero-file", "head -c {size}K /dev/zero > {file}",
        [f"{_MAKE} {{file}} with {{size}} [KB|kilobytes] of zeros", "fill {file} with {size} [KB|kilobytes] of zero bytes"],
        "Writes {size} kibibytes of zeros to {file}.", expect=lambda world, s: silent(world.file(s.file, b"\0" * s.size * 1024)), slots={"size": many(1, 50)},
        mac="dd if=/dev/zero of={file} bs=1k count={size}",
    )  # fmt: skip
    yield _task(
        "random-file", "dd if=/dev/urandom of={file} bs=1M count={size}",
        [f"{_MAKE} {{file}} with {{size}} [MB|megabytes] of random data", "fill {file} with {size} [MB|megabytes] of random bytes"],
        "Writes {size} megabytes of random data to {file}.",
        expect=lambda world, s: Outcome(calls=[["dd", "if=/dev/urandom", f"of={s.file}", "bs=1M", f"count={s.size}"]]),
        slots={"size": many(1, 99)}, mac="dd if=/dev/urandom of={file} bs=1m count={size}", stubs=("dd",),
    )  # fmt: skip


def _links() -> Iterator[Task]:
    link = "[a symbolic link|a symlink|a soft link]"
    target = lambda world, s: silent(world.file(s.path, "target\n"))
    yield _task(
        "symlink", "ln -s {path} {stem}",
        [f"{_MAKE} {link} {_NAMED} {{stem}} to {{path}}", f"{_MAKE} {link} {{stem}} [that points|pointing] to {{path}}", "make {stem} a shortcut to {path}", "symlink {path} as {stem}"],
        "Creates the symbolic link {stem}, which points to {path}.", target, lambda world, s: world.link(s.stem, s.path), weight=3,
    )  # fmt: skip
    yield _task(
        "symlink-folder", "ln -s {dir} {stem}",
        [f"{_MAKE} {link} {_NAMED} {{stem}} to {{dir}}", "link {stem} to {dir}", f"{_MAKE} {{stem}} as {link} to {{dir}}"],
        "Creates the symbolic link {stem} to {dir}.", lambda world, s: world.dir(s.dir), lambda world, s: world.link(s.stem, s.dir), weight=2,
    )  # fmt: skip
    yield _task(
        "symlink-here", "ln -s {path} .",
        [f"{_MAKE} {link} to {{path}} [here|in this folder] with the same name", "link {path} into the current directory, keeping its name"],
        "Creates a symbolic link to {path} in the current directory, with the same name.", target,
        lambda world, s: world.link(posixpath.basename(s.path), s.path),
    )  # fmt: skip
    yield _task(
        "symlink-replace", "ln -sfn {path} {stem}",
        ["[point|change|redirect] the [symbolic link|symlink] {stem} to {path}", "make the existing [link|symlink] {stem} point to {path}", "replace the symbolic link {stem} with one to {path}"],
        "Makes the symbolic link {stem} point to {path}, whatever it pointed to before.",
        lambda world, s: silent(world.file(s.path, "new\n"), world.dir("before"), world.link(s.stem, "before")),
        lambda world, s: world.link(s.stem, s.path), weight=2,
    )  # fmt: skip
    yield _task(
        "symlink-relative", "ln -sr {path} {dir}/{stem}",
        [f"{_MAKE} a relative [symbolic link|symlink] {{stem}} in {{dir}} to {{path}}", "link {path} as {stem} in {dir}, with a relative target"],
        "Creates the symbolic link {stem} in {dir} to {path}, with a target relative to {dir}.",
        lambda world, s: silent(world.file(s.path, "x\n"), world.dir(s.dir)),
        lambda world, s: world.link(f"{s.dir}/{s.stem}", posixpath.relpath(s.path, s.dir)), mac="",
    )  # fmt: skip
    yield _task(
        "symlink-program", 'ln -s "$PWD"/{script} ~/bin/{stem}',
        [f"{_MAKE} {link} {{stem}} in ~/bin to {{script}} in this folder", "link {script} into ~/bin as {stem}, by its full path"],
        "Creates the symbolic link {stem} in ~/bin to {script} of the current directory.",
        lambda world, s: silent(world.file(s.script, "x\n", 0o755), world.dir("home/bin")),
        lambda world, s: silent(world.link(f"home/bin/{s.stem}", "link")) or Outcome(stdout="yes\n"),
        before="HOME=home", after='[ "$(readlink ~/bin/{stem})" = "$PWD"/{script} ] && ln -sfn link ~/bin/{stem} && echo yes',
    )  # fmt: skip
    yield _task(
        "hard-link", "ln {file} {file2}",
        [f"{_MAKE} a hard link {_NAMED} {{file2.raw}} to {{file}}", "hard link {file} as {file2.raw}"],
        "Creates {file2.raw}, a hard link to {file}.", old_files("file"),
        lambda world, s: silent(world.copy(s.file, s.file2)) or ["same"], after="[ {file} -ef {file2} ] && echo same",
    )  # fmt: skip
    yield _task(
        "link-target", "readlink {stem}",
        ["[show|print] where the [symbolic link|symlink|link] {stem} points", "[show|print] the target of the [symbolic link|symlink] {stem}"],
        "Prints the target of the symbolic link {stem}.", lambda world, s: world.link(s.stem, "../other/place"), lambda world, s: ["../other/place"],
        ["where does the [link|symlink] {stem} point[ to|]?", "what does the symbolic link {stem} point to?"], weight=2,
    )  # fmt: skip
    yield _task(
        "unlink", "unlink {stem}",
        ["remove the [symbolic link|symlink] {stem} [but|and] keep what it points to", "remove only the [link|symlink] {stem}, not its target"],
        "Removes the symbolic link {stem}; its target stays.",
        lambda world, s: silent(world.dir("target"), world.link(s.stem, "target")), lambda world, s: world.remove(s.stem),
    )  # fmt: skip


def _small_files() -> Iterator[Task]:
    yield _task(
        "write-text", "echo {text} > {txt}",
        ["[write|save|put] {text} [to|into|in] {txt}", f"{_MAKE} {{txt}} with the text {{text}}", f"{_MAKE} {{txt}} [that says|containing] {{text}}"],
        "Writes the line {text} to {txt}, replacing what it held.", old_files("txt"), lambda world, s: silent(world.file(s.txt, [s['text'].data])), weight=3,
    )  # fmt: skip
    yield _task(
        "append-text", "echo {text} >> {txt}",
        ["[append|add] {text} to [the end of|] {txt}", "[add|append] a line {text} to {txt}", "put {text} at the end of {txt}"],
        "Appends the line {text} to {txt}.", old_files("txt"), lambda world, s: silent(world.file(s.txt, ["old text", s['text'].data])), weight=3,
    )  # fmt: skip
    yield _task(
        "prepend-text", "sed -i '1i {word}' {txt}",
        ["[insert|add|put] {word} as [the|a new] first line of {txt}", "[prepend|add] a line {word} [at the top|at the beginning] of {txt}"],
        "Inserts the line {word} at the beginning of {txt}.", old_files("txt"),
        lambda world, s: silent(world.file(s.txt, [s.word, "old text"])), mac="sed -i '' '1i\\\n{word}\n' {txt}",
    )  # fmt: skip
    yield _task(
        "write-lines", "printf '%s\\n' {word} {word2} {word3} > {txt}",
        ["[write|save|put] {word}, {word2} and {word3} [to|into] {txt}, one [per|on each] line", f"{_MAKE} {{txt}} with the lines {{word}}, {{word2}} and {{word3}}"],
        "Writes the lines {word}, {word2} and {word3} to {txt}.", old_files("txt"), lambda world, s: silent(world.file(s.txt, [s.word, s.word2, s.word3])),
    )  # fmt: skip
    yield _task(
        "write-no-newline", "printf %s {word} > {txt}",
        ["[write|save] {word} to {txt} without a [newline|line break] [at the end|]", "put just {word} in {txt}, with no newline"],
        "Writes {word} to {txt} without a line end.", old_files("txt"), lambda world, s: silent(world.file(s.txt, s.word)),
    )  # fmt: skip
    heredoc = "cat > {txt} << 'EOF'\n{text.raw}\n{text2.raw}\nEOF"
    yield _task(
        "here-document", heredoc,
        ["[write|save] the lines {text} and {text2} to {txt} with a here-document", "use a [heredoc|here document] to create {txt} with the lines {text} and {text2}"],
        "Writes the two lines {text} and {text2} to {txt}.", old_files("txt"), lambda world, s: silent(world.file(s.txt, [s['text'].data, s['text2'].data])), weight=2,
    )  # fmt: skip
    yield _task(
        "here-document-append", heredoc.replace("cat >", "cat >>"),
        ["[append|add] the lines {text} and {text2} to {txt} with a here-document", "use a [heredoc|here document] to append the lines {text} and {text2} to {txt}"],
        "Appends the two lines {text} and {text2} to {txt}.", old_files("txt"), lambda world, s: silent(world.file(s.txt, ["old text", s['text'].data, s['text2'].data])),
    )  # fmt: skip
    yield _task(
        "new-script", "printf '#!/usr/bin/env bash\\n' > {script} && chmod +x {script}",
        ["[create|start|make] an executable [bash|shell] script {script} with just the shebang [line|]", "create {script} with a bash shebang and make it executable"],
        "Creates the executable script {script} with only its first line.",
        expect=lambda world, s: silent(world.file(s.script, ["#!/usr/bin/env bash"], 0o755)),
    )  # fmt: skip
