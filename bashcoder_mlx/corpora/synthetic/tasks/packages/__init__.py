"""Packages and services: apt, dnf, pacman, snap, flatpak, brew, pip, npm; systemctl, journalctl,
launchctl and brew services. All are recorded, as none of them can work in a sandbox.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded

_SHOW = "[show|list|print|display]"
_INSTALL = "[install|set up|add]"
_REMOVE = "[remove|uninstall]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _by_system()
    yield from _apt()
    yield from _others()
    yield from _brew()


def _by_system() -> Iterator[Task]:
    """Wishes that name no package manager: apt on Linux, brew on macOS."""
    for name, linux, macos, say, ask, explained in (
        ("install", "sudo apt install {package}", "brew install {package}",
         [f"{_INSTALL} {{package}}[ on this machine|]", "install the [package|program|tool] "
          "{package}", "get {package} from the package manager"], ["install {package}"],
         "Installs the package {package}"),
        ("install-two", "sudo apt install {package} {package2}",
         "brew install {package} {package2}",
         [f"{_INSTALL} {{package}} and {{package2}}", "install the packages {package} and "
          "{package2}"], [], "Installs the packages {package} and {package2}"),
        ("remove", "sudo apt remove {package}", "brew uninstall {package}",
         [f"{_REMOVE} {{package}}[ from this machine|]", f"{_REMOVE} the [package|program] "
          "{package}"], ["uninstall {package}"], "Removes the package {package}"),
        ("reinstall", "sudo apt install --reinstall {package}", None,
         ["reinstall {package}", "install {package} [again|once more]"], [],
         "Installs {package} once more"),
        ("search", "apt search {package}", "brew search {package}",
         ["search for [a package|packages] [called|named|like|matching] {package}",
          "[find|look for] packages [that match|about|matching] {package}"],
         ["is there a package [called|named] {package}?"], "Searches the packages for {package}"),
        ("show", "apt show {package}", "brew info {package}",
         ["[show|print|display] [details of|information about|info on] the package {package}",
          "describe the package {package}"], ["what is the package {package}?"],
         "Shows details of the package {package}"),
        ("update", "sudo apt update", "brew update",
         ["[update|refresh] the [list of packages|package lists|package index]",
          "fetch the newest package lists"], [], "Fetches the newest lists of packages"),
        ("upgrade", "sudo apt upgrade", "brew upgrade",
         ["upgrade all [installed|] packages", "[bring|update] all installed packages [up to date|"
          "to their newest versions]"], ["upgrade [everything|all packages]"],
         "Upgrades all installed packages"),
        ("update-upgrade", "sudo apt update && sudo apt upgrade", "brew update && brew upgrade",
         ["[update|refresh] the package lists and [then|] upgrade [everything|all packages]",
          "update the [system|installed packages] completely, package lists first"], [],
         "Fetches the lists of packages and upgrades all that are installed"),
        ("upgrade-one", "sudo apt install --only-upgrade {package}", "brew upgrade {package}",
         ["[upgrade|update] [only|just|] {package}[ and nothing else| to the newest version|]",
          "[upgrade|update] the package {package}"], [], "Upgrades the package {package}"),
        ("outdated", "apt list --upgradable", "brew outdated",
         [f"{_SHOW} the packages that can be upgraded", f"{_SHOW} [outdated|upgradable] packages"],
         ["which packages [can be upgraded|are out of date]?"],
         "Lists the packages that can be upgraded"),
        ("installed", "apt list --installed", "brew list",
         [f"{_SHOW} [the|all|all the|] installed packages", f"{_SHOW} what [packages are|is] "
          "installed"], ["[which|what] packages are installed?"], "Lists the installed packages"),
        ("autoremove", "sudo apt autoremove", "brew autoremove",
         [f"{_REMOVE} packages that are no longer needed",
          "[clean up|remove] [unused|unneeded] dependencies"], [],
         "Removes packages that nothing needs any more"),
        ("files", "dpkg -L {package}", "brew list {package}",
         [f"{_SHOW} the files of the [installed|] package {{package}}",
          f"{_SHOW} [which|what] files {{package}} installed"],
         ["which files belong to {package}?"], "Lists the files of the package {package}"),
        ("clean", "sudo apt-get clean", "brew cleanup",
         ["[clean|empty|clear] the [package cache|cache of downloaded packages]",
          "[delete|remove] downloaded package files"], [],
         "Deletes the downloaded package files"),
        ("dependencies", "apt-cache depends {package}", "brew deps {package}",
         [f"{_SHOW} the [packages that {{package}} depends on|dependencies of {{package}}]",
          f"{_SHOW} what [the package|] {{package}} needs"],
         ["what does {package} depend on?", "dependencies of {package}"],
         "Lists what the package {package} depends on"),
        ("simulate", "apt install -s {package}", "brew install -n {package}",
         ["[simulate|do a dry run of] installing {package}",
          "show what installing {package} would [do|bring in] without doing it"], [],
         "Shows what the installation of {package} would do"),
        ("force-build", None, "brew install -s {package}",
         ["[build|compile] {package} from source [with|and install it with] brew"], [],
         "Builds the package {package} from its source and installs it"),
    ):  # fmt: skip
        run = {"linux": linux, "macos": macos}
        calls = linux.split(" && ") if linux else []
        yield recorded(
            f"packages.{name}", {k: v for k, v in run.items() if v}, say, explained, ask, calls
        )


def _apt() -> Iterator[Task]:
    for name, run, say, explained in (
        ("install-yes", "sudo apt install -y {package}",
         [f"{_INSTALL} {{package}} [with apt|using apt|] without [asking|confirmation|a prompt]",
          "install {package} with apt and answer yes [to everything|]"],
         "Installs {package} without asking"),
        ("install-plain", "sudo apt install --no-install-recommends {package}",
         [f"{_INSTALL} {{package}} [with apt|] without recommended packages"],
         "Installs {package} without the packages that it only recommends"),
        ("install-release", "sudo apt install -t {release} {package}",
         ["install {package} from the release {release}[ with apt|]"],
         "Installs {package} from the release {release}"),
        ("install-version", "sudo apt install {package}={n}.{column.raw}",
         ["install version {n}.{column.raw} of {package}[ with apt|]"],
         "Installs version {n}.{column.raw} of {package}"),
        ("install-deb", "sudo apt install ./{stem}.deb",
         ["install the [Debian|deb|downloaded] package {stem}.deb [with apt|and its dependencies]"],
         "Installs {stem}.deb of this folder with what it depends on"),
        ("download", "apt-get download {package}",
         ["download the package {package} without installing it[ with apt|]"],
         "Downloads the package {package} without installing it"),
        ("purge", "sudo apt purge {package}",
         [f"{_REMOVE} {{package}} [with|including|and] its [configuration|config] [files|]",
          "purge [the package|] {package}"],
         "Removes {package} with its configuration"),
        ("purge-autoremove", "sudo apt purge --autoremove {package}",
         [f"{_REMOVE} {{package}}, its configuration and [the|all] dependencies [it alone needed|"
          "nobody else needs]"],
         "Removes {package}, its configuration and what only it needed"),
        ("upgrade-yes", "sudo apt upgrade -y",
         ["upgrade all packages without [asking|confirmation][ with apt|]"],
         "Upgrades all packages without asking"),
        ("full-upgrade", "sudo apt full-upgrade",
         ["do a full upgrade[ with apt|]", "upgrade all packages, removing some if [need be|"
          "necessary]"], "Upgrades all packages, removing some where that is needed"),
        ("autoremove-purge", "sudo apt autoremove --purge",
         [f"{_REMOVE} packages that are no longer needed and their configuration"],
         "Removes packages that nothing needs any more, with their configuration"),
        ("search-names", "apt search -n {package}",
         ["search [only|] the names of [apt|] packages for {package}",
          "find packages whose name contains {package}"],
         "Searches the names of the packages for {package}"),
        ("policy", "apt-cache policy {package}",
         [f"{_SHOW} which versions of {{package}} [are available|apt knows]",
          f"{_SHOW} the installed and the available version of {{package}}"],
         "Shows the installed and the available versions of {package}"),
        ("versions", "apt list -a {package}",
         [f"{_SHOW} all versions of {{package}} [in apt|that apt can install]"],
         "Lists all versions of {package}"),
        ("rdepends", "apt-cache rdepends {package}",
         [f"{_SHOW} the packages that [depend on|need] {{package}}"],
         "Lists the packages that depend on {package}"),
        ("dpkg-install", "sudo dpkg -i {stem}.deb",
         ["install {stem}.deb with dpkg", "install the [Debian|deb] package file {stem}.deb "
          "[directly|without apt]"], "Installs {stem}.deb"),
        ("dpkg-owner", "dpkg -S /usr/bin/{program}",
         [f"{_SHOW} [which|what] package /usr/bin/{{program.raw}} belongs to",
          "find the package that [owns|installed] /usr/bin/{program.raw}"],
         "Prints the package that /usr/bin/{program} belongs to"),
        ("dpkg-status", "dpkg -s {package}",
         [f"{_SHOW} the [status|state] of the [installed|] package {{package}}",
          "check whether [the Debian package|the deb package] {package} is installed"],
         "Shows the state of the package {package}"),
        ("dpkg-list", "dpkg -l",
         [f"{_SHOW} all installed Debian packages with their versions"],
         "Lists the installed packages with their versions"),
        ("dpkg-contents", "dpkg -c {stem}.deb",
         [f"{_SHOW} the [contents|files] of [the package file|] {{stem}}.deb"],
         "Lists the files in {stem}.deb"),
        ("dpkg-configure", "sudo dpkg --configure -a",
         ["finish the configuration of half-installed [Debian|] packages",
          "[repair|fix] an interrupted dpkg run"],
         "Finishes the configuration of packages that are half installed"),
        ("fix", "sudo apt install -f", ["[fix|repair] broken dependencies [with apt|]"],
         "Repairs broken dependencies"),
        ("update-install", "sudo apt update && sudo apt install {package}",
         ["[update|refresh] the package lists and install {package}"],
         "Fetches the lists of packages and installs {package}"),
        ("get-install", "sudo apt-get install {package}",
         [f"{_INSTALL} {{package}} with apt-get"], "Installs the package {package}"),
        ("get-install-yes", "sudo apt-get install -y {package}",
         ["install {package} with apt-get without [asking|confirmation]"],
         "Installs the package {package} without asking"),
        ("get-remove", "sudo apt-get remove {package}", [f"{_REMOVE} {{package}} with apt-get"],
         "Removes the package {package}"),
        ("get-update", "sudo apt-get update", ["[update|refresh] the package lists with apt-get"],
         "Fetches the newest lists of packages"),
        ("get-upgrade", "sudo apt-get upgrade", ["upgrade all packages with apt-get"],
         "Upgrades all installed packages"),
    ):  # fmt: skip
        yield recorded(
            f"packages.apt-{name}", {"linux": run}, say, explained, (), run.split(" && "),
            slots={"release": one_of("bookworm-backports", "stable", "testing", "unstable",
                                     "trixie", "jammy-backports")},
        )  # fmt: skip


def _others() -> Iterator[Task]:
    """Other managers of Linux: every verb of each."""
    verbs = {
        "install": ([f"{_INSTALL} {{package}} WITH"], "Installs the package {package}"),
        "remove": ([f"{_REMOVE} {{package}} WITH"], "Removes the package {package}"),
        "search": (["search [for|] {package} WITH", "[find|look for] {package} WITH"],
                   "Searches the packages for {package}"),
        "upgrade": (["[upgrade|update] [everything|all packages] WITH"], "Upgrades all packages"),
        "list": ([f"{_SHOW} [the|all|] installed packages WITH"], "Lists the installed packages"),
        "info": ([f"{_SHOW} [details of|information about] {{package}} WITH"],
                 "Shows details of the package {package}"),
        "yes": (["install {package} WITH without [asking|confirmation]"],
                "Installs the package {package} without asking"),
        "owner": ([f"{_SHOW} which package [provides|owns] /usr/bin/{{program.raw}} WITH"],
                  "Prints the package that /usr/bin/{program} belongs to"),
        "check": (["[check|look] for updates WITH"], "Lists the packages that have updates"),
        "files": ([f"{_SHOW} the files of the package {{package}} WITH"],
                  "Lists the files of the package {package}"),
        "version": (["install the classic snap {package}[ with snap|]"],
                    "Installs the snap {package} with classic confinement"),
        "edge": (["install the edge version of the snap {package}"],
                 "Installs the snap {package} from its edge channel"),
        "update-one": (["[upgrade|update] [only|] {package} WITH"],
                       "Upgrades the package {package}"),
        "unneeded": ([f"{_REMOVE} packages that are no longer needed WITH"],
                     "Removes packages that nothing needs any more"),
    }  # fmt: skip
    for manager, runs in {
        "dnf": {
            "install": "sudo dnf install {package}", "remove": "sudo dnf remove {package}",
            "search": "dnf search {package}", "upgrade": "sudo dnf upgrade",
            "info": "dnf info {package}",
            "yes": "sudo dnf install -y {package}", "owner": "dnf provides /usr/bin/{program}",
            "check": "dnf check-update", "update-one": "sudo dnf upgrade {package}",
            "unneeded": "sudo dnf autoremove",
        },
        "yum": {
            "install": "sudo yum install {package}", "remove": "sudo yum remove {package}",
            "upgrade": "sudo yum update", "yes": "sudo yum install -y {package}",
            "search": "yum search {package}",
        },
        "rpm": {
            "list": "rpm -qa", "info": "rpm -qi {package}", "files": "rpm -ql {package}",
            "owner": "rpm -qf /usr/bin/{program}", "remove": "sudo rpm -e {package}",
        },
        "pacman": {
            "install": "sudo pacman -S {package}", "remove": "sudo pacman -R {package}",
            "search": "pacman -Ss {package}", "upgrade": "sudo pacman -Syu",
            "list": "pacman -Q", "info": "pacman -Qi {package}", "files": "pacman -Ql {package}",
            "yes": "sudo pacman -S --noconfirm {package}",
            "owner": "pacman -Qo /usr/bin/{program}",
        },
        "snap": {
            "install": "sudo snap install {package}", "remove": "sudo snap remove {package}",
            "search": "snap find {package}", "upgrade": "sudo snap refresh",
            "list": "snap list", "info": "snap info {package}",
            "version": "sudo snap install --classic {package}",
            "edge": "sudo snap install --edge {package}",
            "update-one": "sudo snap refresh {package}",
        },
        "flatpak": {
            "install": "flatpak install {package}", "remove": "flatpak uninstall {package}",
            "search": "flatpak search {package}", "upgrade": "flatpak update",
            "list": "flatpak list", "yes": "flatpak install -y {package}",
        },
    }.items():  # fmt: skip
        for verb, run in runs.items():
            say, explained = verbs[verb]
            using = f"[with|using|by means of] {manager}"
            yield recorded(
                f"packages.{manager}-{verb}", {"linux": run},
                [text.replace("WITH", using) for text in say], explained,
                [f"{manager} install {{package}}"] if verb == "install" else (),
            )  # fmt: skip


def _brew() -> Iterator[Task]:
    app = {
        "app": one_of("firefox", "visual-studio-code", "rectangle", "iterm2", "vlc", "docker",
                      "slack", "zoom", "spotify", "obsidian", "alfred", "gimp", "blender",
                      "google-chrome", "raycast", "anki", "signal", "steam", "notion", "figma")
    }  # fmt: skip
    for name, run, say, explained in (
        ("cask", "brew install --cask {app}",
         ["install the [app|application|cask] {app} with brew", "install {app} as a cask"],
         "Installs the application {app}"),
        ("cask-remove", "brew uninstall --cask {app}",
         [f"{_REMOVE} the [app|application|cask] {{app}} with brew"],
         "Removes the application {app}"),
        ("cask-zap", "brew uninstall --zap {app}",
         [f"{_REMOVE} the app {{app}} with brew and all [its files|its settings|traces of it]"],
         "Removes the application {app} with all its files"),
        ("cask-list", "brew list --cask", [f"{_SHOW} the apps [installed with brew|that brew "
                                           "installed]", f"{_SHOW} [the|all|] installed casks"],
         "Lists the applications that brew installed"),
        ("cask-search", "brew search --cask {app}",
         ["search brew for [an app|apps|casks] [called|like] {app}"],
         "Searches the applications of brew for {app}"),
        ("upgrade-casks", "brew upgrade --cask", ["upgrade all [apps|casks] [with|of] brew"],
         "Upgrades all applications that brew installed"),
        ("formulae", "brew list --formula", [f"{_SHOW} the formulae [installed with brew|that "
                                             "brew installed], without apps"],
         "Lists the formulae that brew installed"),
        ("versions", "brew list --versions", [f"{_SHOW} all brew packages with their versions"],
         "Lists the packages of brew with their versions"),
        ("leaves", "brew leaves", [f"{_SHOW} the brew packages that nothing else depends on",
                                   f"{_SHOW} the packages I installed with brew, without "
                                   "dependencies"],
         "Lists the packages of brew that no other needs"),
        ("doctor", "brew doctor", ["check brew for problems", "diagnose the brew installation"],
         "Checks the installation of brew for problems"),
        ("pin", "brew pin {package}", ["keep brew from upgrading {package}",
                                       "pin {package} to its current version"],
         "Keeps {package} at its version when all is upgraded"),
        ("tap", "brew tap {user}/{stem}", ["add the [brew tap|tap] {user}/{stem}[ to brew|]"],
         "Adds the tap {user}/{stem} to brew"),
        ("desc", "brew search --desc {word}",
         ["search the descriptions of brew packages for {word}"],
         "Searches the descriptions of the packages for {word}"),
        ("head", "brew install --HEAD {package}",
         ["install the [development|latest development] version of {package} with brew"],
         "Installs {package} from its latest sources"),
        ("upgrade-dry", "brew upgrade -n", ["show what brew upgrade would do[ without doing it|]"],
         "Shows what an upgrade would do"),
    ):  # fmt: skip
        yield recorded(f"packages.brew-{name}", {"macos": run}, say, explained, slots=app)
