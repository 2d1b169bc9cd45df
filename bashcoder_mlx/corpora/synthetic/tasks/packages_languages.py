"""Packages of languages: pip, virtual environments, npm; all but the environments recorded."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import named, one_of, words
from bashcoder_mlx.corpora.synthetic.task import Outcome, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded

_SHOW = "[show|list|print|display]"
_LIBRARY = {"library": lambda draw, spaced: named(draw.pick(words("pypackage")))}
_MODULE = {
    "module": one_of("express", "react", "lodash", "typescript", "eslint", "prettier", "webpack",
                     "vite", "jest", "axios", "chalk", "commander", "nodemon", "next", "vue",
                     "svelte", "tailwindcss", "rollup", "mocha", "zod", "dotenv", "uuid", "pm2"),
    "task": one_of("build", "test", "dev", "lint", "start", "format", "deploy", "watch", "serve",
                   "clean", "check", "docs", "preview", "bench", "release"),
}  # fmt: skip


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _pip()
    yield from _environments()
    yield from _npm()


def _pip() -> Iterator[Task]:
    library = "[the Python package|the Python library|the Python module]"
    for name, run, say, ask, explained in (
        ("install", "python3 -m pip install {library}",
         [f"install {library} {{library}}", "[install|add] {library} [with|using] pip"],
         ["pip install {library}"], "Installs the Python package {library}"),
        ("install-two", "python3 -m pip install {library} {library2}",
         ["install the Python packages {library} and {library2}",
          "[install|add] {library} and {library2} [with|using] pip"], [],
         "Installs the Python packages {library} and {library2}"),
        ("install-version", "python3 -m pip install {library}=={n}.{line}",
         [f"install version {{n}}.{{line}} of {library} {{library}}",
          "install {library} {n}.{line} with pip"], [],
         "Installs version {n}.{line} of the Python package {library}"),
        ("requirements", "python3 -m pip install -r {txt}",
         ["install [the|all] Python [packages|requirements|dependencies] [listed|named] in {txt}",
          "[pip install|install with pip] everything [listed|] in {txt}"], [],
         "Installs the Python packages listed in {txt}"),
        ("upgrade", "python3 -m pip install -U {library}",
         [f"[upgrade|update] {library} {{library}}", "[upgrade|update] {library} with pip"],
         ["pip upgrade {library}"], "Upgrades the Python package {library}"),
        ("upgrade-pip", "python3 -m pip install -U pip",
         ["[upgrade|update] pip[ itself|]"], [], "Upgrades pip itself"),
        ("uninstall", "python3 -m pip uninstall {library}",
         [f"[uninstall|remove] {library} {{library}}", "[uninstall|remove] {library} with pip"],
         [], "Removes the Python package {library}"),
        ("uninstall-yes", "python3 -m pip uninstall -y {library}",
         ["[uninstall|remove] {library} with pip without [asking|confirmation]"], [],
         "Removes the Python package {library} without asking"),
        ("user", "python3 -m pip install --user {library}",
         ["install {library} with pip [only for me|for my user only|in my home directory]"], [],
         "Installs the Python package {library} for the current user only"),
        ("editable", "python3 -m pip install -e .",
         ["install [the|this] Python project [here|in this folder] [in editable mode|so that "
          "changes take effect at once]"], ["editable pip install"],
         "Installs the project of this folder so that changes to it take effect"),
        ("editable-dir", "python3 -m pip install -e {dir}",
         ["install the Python project in {dir} [in editable mode|as editable]"], [],
         "Installs the project in {dir} so that changes to it take effect"),
        ("project", "python3 -m pip install .",
         ["install the Python project [here|of this folder] with pip"], [],
         "Installs the project of this folder"),
        ("target", "python3 -m pip install -t {dir} {library}",
         ["install {library} with pip into {dir}"], [],
         "Installs the Python package {library} into {dir}"),
        ("no-cache", "python3 -m pip install --no-cache-dir {library}",
         ["install {library} with pip without [using|] the cache"], [],
         "Installs the Python package {library} without pip's cache"),
        ("prerelease", "python3 -m pip install --pre {library}",
         ["install [the|a] pre-release [version|] of {library} with pip"], [],
         "Installs {library}, also where its newest version is a pre-release"),
        ("no-deps", "python3 -m pip install --no-deps {library}",
         ["install {library} with pip without its dependencies"], [],
         "Installs the Python package {library} alone"),
        ("again", "python3 -m pip install --force-reinstall {library}",
         ["reinstall {library} with pip[ from scratch|]"], [],
         "Installs the Python package {library} once more"),
        ("from-git", "python3 -m pip install git+https://{domain}/{user}/{library}.git",
         ["install the Python package at https://{domain}/{user}/{library}.git [with pip|from git]"],
         [], "Installs the Python package of the repository at https://{domain}/{user}/{library}.git"),
        ("list", "python3 -m pip list",
         [f"{_SHOW} [the|all|] installed Python packages", f"{_SHOW} what pip installed"],
         ["[which|what] Python packages are installed?"], "Lists the installed Python packages"),
        ("outdated", "python3 -m pip list -o",
         [f"{_SHOW} [the|all|] outdated Python packages",
          f"{_SHOW} [the|] Python packages that can be upgraded"],
         ["which Python packages [can be upgraded|are outdated]?"],
         "Lists the Python packages that have newer versions"),
        ("show", "python3 -m pip show {library}",
         [f"{_SHOW} [details of|information about] {library} {{library}}",
          f"{_SHOW} which version of {{library}} pip installed"],
         ["[which|what] version of the Python package {library} is installed?"],
         "Shows details of the Python package {library}"),
        ("files", "python3 -m pip show -f {library}",
         [f"{_SHOW} the files of {library} {{library}}"], [],
         "Shows the Python package {library} with its files"),
        ("check", "python3 -m pip check",
         ["check [whether|that] the installed Python packages [fit together|are compatible]"], [],
         "Checks whether the installed Python packages fit together"),
        ("download", "python3 -m pip download {library}",
         ["download {library} with pip without installing it"], [],
         "Downloads the Python package {library} without installing it"),
        ("cache", "python3 -m pip cache purge", ["[empty|clear|delete] the [cache of pip|pip "
                                                 "cache]"], [], "Empties pip's cache"),
    ):  # fmt: skip
        yield recorded(f"packages_languages.pip-{name}", run, say, explained, ask, slots=_LIBRARY)
    yield recorded(
        "packages_languages.pip-freeze", "python3 -m pip freeze > {txt}",
        ["[save|write] the [installed|exact versions of the installed] Python packages to {txt}",
         "[create|make] the requirements file {txt} [from|out of] what pip installed"],
        "Writes the installed Python packages with their versions to {txt}",
        ["pip freeze to {txt}"], ["python3 -m pip freeze"], after="rm {txt}",
    )  # fmt: skip


def _environments() -> Iterator[Task]:
    yield Task(
        name="packages_languages.venv",
        say=["[create|make|set up] a [Python|] virtual environment [in|called|at] {dir}",
             "[create|make] a venv in {dir}"],
        ask=["python venv in {dir}", "new virtual environment {dir}"],
        run="python3 -m venv {dir}",
        explain=["Creates a virtual environment of Python in {dir}."],
        setup=nothing,
        expect=lambda world, s: Outcome(calls=[["python3", "-m", "venv", s.dir]]),
        stubs=("python3",),
    )  # fmt: skip
    yield Task(
        name="packages_languages.venv-activate",
        say=["activate the [Python|] virtual environment [in|at|] {dir}",
             "[use|enter] the venv {dir}"],
        ask=["activate venv {dir}"],
        run="source {dir}/bin/activate",
        explain=["Activates the virtual environment in {dir}."],
        setup=nothing,
        expect=lambda world, s: [s.dir],
        before="mkdir -p {dir}/bin; echo \"VIRTUAL_ENV='{dir.raw}'\" >{dir}/bin/activate",
        after='echo "$VIRTUAL_ENV"; rm -rf ./*',
    )  # fmt: skip


def _npm() -> Iterator[Task]:
    for name, run, say, ask, explained in (
        ("init", "npm init", ["[create|start] a [new|] [node|npm|Node] project [here|in this "
                              "folder]", "create a package.json[ step by step|]"], [],
         "Creates package.json by asking for its content"),
        ("install-all", "npm install", ["install [the|all] [dependencies|packages] of [this|the] "
                                        "[npm|node|Node|JavaScript] project",
                                        "install everything in package.json"], ["npm install"],
         "Installs what package.json names"),
        ("ci", "npm ci", ["install exactly what package-lock.json says",
                          "do a clean [npm|] install from the lock file"], [],
         "Installs exactly the versions of package-lock.json"),
        ("install", "npm install {module}", ["[install|add] [the npm package|the node module] "
                                             "{module}", "[install|add] {module} with npm"],
         ["npm install {module}"], "Installs {module} as a dependency of the project"),
        ("install-dev", "npm install -D {module}",
         ["[install|add] {module} as a [dev|development] dependency[ with npm|]"], [],
         "Installs {module} as a dependency for development"),
        ("install-global", "npm install -g {module}",
         ["install {module} globally [with npm|]", "install [the npm package|] {module} [for the "
          "whole system|globally] with npm"], ["npm install {module} globally"],
         "Installs {module} for the whole system"),
        ("install-version", "npm install {module}@{n}",
         ["install version {n} of [the npm package|] {module} with npm"], [],
         "Installs version {n} of {module}"),
        ("install-exact", "npm install -E {module}",
         ["install {module} with npm and [save|pin] its exact version"], [],
         "Installs {module} and notes its exact version"),
        ("production", "npm install --omit=dev",
         ["install the npm dependencies without [those for development|dev dependencies]"], [],
         "Installs what package.json names, except what only development needs"),
        ("uninstall", "npm uninstall {module}",
         ["[uninstall|remove] [the npm package|the node module] {module}",
          "[uninstall|remove] {module} with npm"], [], "Removes {module} from the project"),
        ("uninstall-global", "npm uninstall -g {module}",
         ["[uninstall|remove] the global npm package {module}"], [],
         "Removes {module} from the whole system"),
        ("update", "npm update", ["[update|upgrade] all npm packages [of this project|here]"], [],
         "Updates the packages of the project"),
        ("run", "npm run {task}", ["run the npm script {task}", "[run|start] the script {task} of "
                                   "package.json"], ["npm script {task}"],
         "Runs the script {task} of package.json"),
        ("run-silent", "npm run --silent {task}",
         ["run the npm script {task} without npm's own output"], [],
         "Runs the script {task} of package.json without npm's own output"),
        ("run-present", "npm run --if-present {task}",
         ["run the npm script {task} if there is one"], [],
         "Runs the script {task} of package.json if there is one"),
        ("list", "npm list", [f"{_SHOW} the npm packages of this project"],
         ["which npm packages does this project [use|have]?"],
         "Lists the packages of the project"),
        ("list-global", "npm list -g", [f"{_SHOW} the globally installed npm packages"],
         ["which npm packages are installed globally?"],
         "Lists the packages installed for the whole system"),
        ("audit", "npm audit", ["check the npm packages for [security problems|vulnerabilities]"],
         [], "Checks the packages of the project for known weaknesses"),
        ("test", "npm test", ["run the tests of this [npm|node] project"], ["npm tests"],
         "Runs the tests of the project"),
        ("start", "npm start", ["start this [npm|node] project"], [], "Starts the project"),
        ("version", "npm --version", [f"{_SHOW} the version of npm"],
         ["which version of npm is installed?"], "Prints the version of npm"),
        ("node", "node {stem}.js", ["run {stem}.js [with|in] node", "[run|execute] the JavaScript "
                                    "file {stem}.js"], ["node {stem}.js"],
         "Runs {stem}.js with node"),
        ("node-watch", "node --watch {stem}.js",
         ["run {stem}.js with node and [restart|run] it [again|] when it changes"], [],
         "Runs {stem}.js and starts it again whenever it changes"),
        ("node-eval", "node -p {n}*{line}",
         ["[compute|calculate] {n} times {line} with node"], [],
         "Prints {n} times {line}, computed by node"),
    ):  # fmt: skip
        yield recorded(f"packages_languages.npm-{name}", run, say, explained, ask, slots=_MODULE)
