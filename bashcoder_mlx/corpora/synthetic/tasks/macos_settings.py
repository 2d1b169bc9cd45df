"""macOS's own tools for settings, facts about the system, updates and installed packages."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import named, number, one_of
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded

_SHOW = "[show|print|display|see]"
_SLOTS = {


    "size": lambda draw, spaced: number(draw.between(1, 40) * 4),
    "label": lambda draw, spaced: named(
        f"{draw.pick(('com', 'org', 'net'))}.example.{draw.pick(_AGENTS)}"
    ),
    "key": one_of("tilesize", "orientation", "theme", "language", "interval", "window", "mode",
                  "refresh", "volume", "level", "style", "format"),
}  # fmt: skip
_AGENTS = (
    "backup", "sync", "cleaner", "monitor", "indexer", "mailer", "updater", "reporter", "watcher",
    "agent", "builder", "importer",
)  # fmt: skip


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    groups = (_SETTINGS, _FACTS, _UPDATES)
    for name, run, say, explained in (row for group in groups for row in group):
        yield recorded(f"macos_settings.{name}", {"macos": run}, say, explained, slots=_SLOTS)


_SETTINGS = (
    ("read", "defaults read {label}", [f"{_SHOW} [the|all|all the] [settings|preferences] of "
                                       "{label}"], "Prints the settings of {label}"),
    ("read-key", "defaults read {label} {key}", [f"{_SHOW} the setting {{key}} of {{label}}"],
     "Prints the setting {key} of {label}"),
    ("read-type", "defaults read-type {label} {key}", [f"{_SHOW} the type of the setting {{key}} "
                                                       "of {label}"],
     "Prints the type of the setting {key} of {label}"),
    ("write", "defaults write {label} {key} -string {word}",
     ["set the setting {key} of {label} to [the text|the string] {word}"],
     "Sets {key} of {label} to the text {word}"),
    ("write-number", "defaults write {label} {key} -int {n}",
     ["set the setting {key} of {label} to [the number|] {n}"],
     "Sets {key} of {label} to the number {n}"),
    ("write-on", "defaults write {label} {key} -bool true",
     ["[turn on|switch on|enable] the setting {key} of {label}"], "Turns {key} of {label} on"),
    ("write-off", "defaults write {label} {key} -bool false",
     ["[turn off|switch off|disable] the setting {key} of {label}"], "Turns {key} of {label} off"),
    ("delete-key", "defaults delete {label} {key}", ["[delete|reset|remove] the setting {key} of "
                                                     "{label}"],
     "Deletes the setting {key} of {label}"),
    ("delete", "defaults delete {label}", ["[delete|reset|remove] all settings of {label}"],
     "Deletes all settings of {label}"),
    ("domains", "defaults domains", ["list [the|all] [domains of settings|preference domains]"],
     "Lists the programs that have settings"),
    ("find", "defaults find {word}", ["search all [settings|preferences] for {word}"],
     "Searches all settings for {word}"),
    ("export", "defaults export {label} {stem}.plist", ["[export|save] the settings of {label} "
                                                        "[to|in] {stem}.plist"],
     "Saves the settings of {label} in {stem}.plist"),
    ("import", "defaults import {label} {stem}.plist", ["[import|load] the settings of {label} "
                                                        "from {stem}.plist"],
     "Loads the settings of {label} from {stem}.plist"),
    ("hidden-on", "defaults write com.apple.finder AppleShowAllFiles -bool true && killall Finder",
     ["[make|let] [the|] Finder show hidden files", "show hidden files in [the|] Finder"],
     "Makes the Finder show hidden files"),
    ("hidden-off", "defaults write com.apple.finder AppleShowAllFiles -bool false && killall "
     "Finder", ["hide hidden files in [the|] Finder again", "stop [the|] Finder from showing hidden "
                "files"], "Makes the Finder hide hidden files again"),
    ("extensions", "defaults write -g AppleShowAllExtensions -bool true && killall Finder",
     ["[make|let] [the|] Finder show all file extensions"],
     "Makes the Finder show all file extensions"),
    ("dock-hide", "defaults write com.apple.dock autohide -bool true && killall Dock",
     ["hide the Dock automatically", "[turn on|enable] [the hiding|autohide] of the Dock"],
     "Lets the Dock hide itself"),
    ("dock-show", "defaults write com.apple.dock autohide -bool false && killall Dock",
     ["[always show|stop hiding] the Dock"], "Keeps the Dock visible"),
    ("dock-size", "defaults write com.apple.dock tilesize -int {size} && killall Dock",
     ["set the size of the Dock [icons|] to {size} [pixels|]"],
     "Sets the size of the icons in the Dock to {size}"),
    ("dock-restart", "killall Dock", ["restart the Dock"], "Restarts the Dock"),
    ("finder-restart", "killall Finder", ["restart [the|] Finder"], "Restarts the Finder"),
    ("shots-folder", "defaults write com.apple.screencapture location ~/{stem}",
     ["save screenshots in [the folder|] ~/{stem}[ from now on|]"],
     "Makes ~/{stem} the folder of screenshots"),
    ("shots-jpg", "defaults write com.apple.screencapture type jpg",
     ["save screenshots as JPEG[ from now on|]"], "Makes JPEG the format of screenshots"),
    ("dark", "defaults read -g AppleInterfaceStyle", ["[show|check] whether dark mode is on"],
     "Prints Dark where dark mode is on"),
)  # fmt: skip
_FACTS = (
    ("version", "sw_vers -productVersion", [f"{_SHOW} [only|] the [macOS version|version of "
                                            "macOS]"], "Prints the version of macOS"),
    ("build", "sw_vers -buildVersion", [f"{_SHOW} the [build|build number] of macOS"],
     "Prints the build of macOS"),
    ("hardware", "system_profiler SPHardwareDataType", [f"{_SHOW} [the|] [hardware details|"
                                                        "hardware overview|hardware] of this Mac"],
     "Shows the hardware of the Mac"),
    ("serial", "system_profiler SPHardwareDataType | grep Serial", [f"{_SHOW} the serial number of "
                                                                    "this Mac"],
     "Prints the serial number of the Mac"),
    ("model", "sysctl -n hw.model", [f"{_SHOW} the model identifier of this Mac"],
     "Prints the model of the Mac"),
    ("software", "system_profiler SPSoftwareDataType", [f"{_SHOW} the system software overview"],
     "Shows facts about the system"),
    ("storage", "system_profiler SPStorageDataType", [f"{_SHOW} the storage [overview|report] of "
                                                      "this Mac"],
     "Shows the volumes of the Mac"),
    ("apps", "system_profiler SPApplicationsDataType", ["list [all|the] [installed|] [apps|"
                                                        "applications] with their versions"],
     "Lists the applications with their versions"),
    ("battery", "system_profiler SPPowerDataType", [f"{_SHOW} the [health|condition|cycle count] "
                                                    "of the battery"],
     "Shows the condition of the battery"),
    ("network", "system_profiler SPNetworkDataType", [f"{_SHOW} the network [report|overview] of "
                                                      "system_profiler"],
     "Shows the network settings in full"),
    ("report", "system_profiler -detailLevel mini", [f"{_SHOW} a [short system report|mini system "
                                                     "report] of this Mac"],
     "Prints a report without personal data"),
    ("report-json", "system_profiler -json SPHardwareDataType", [f"{_SHOW} the hardware of this "
                                                                 "Mac as JSON"],
     "Prints the hardware of the Mac as JSON"),
    ("cores", "sysctl -n hw.physicalcpu", [f"{_SHOW} the number of physical cores of this Mac"],
     "Prints the number of physical cores"),
    ("name", "scutil --get ComputerName", [f"{_SHOW} the [computer name|name in Sharing] of this "
                                           "Mac"], "Prints the name of the Mac"),
    ("name-local", "scutil --get LocalHostName", [f"{_SHOW} the local (Bonjour) host name of this "
                                                  "Mac"], "Prints the local name of the Mac"),
    ("name-set", "sudo scutil --set ComputerName {stem}", ["set the computer name of this Mac to "
                                                           "{stem}"],
     "Sets the name of the Mac to {stem}"),
    ("dns", "scutil --dns", [f"{_SHOW} the DNS [settings|configuration]"],
     "Shows the settings of the name service"),
    ("proxy", "scutil --proxy", [f"{_SHOW} the proxy settings"], "Shows the proxy settings"),
    ("reach", "scutil -r {domain}", ["check whether {domain} is reachable according to scutil"],
     "Shows whether {domain} can be reached"),
    ("log", "log show --last {n}m", ["show the system log of the last {n} minutes"],
     "Shows the log of the last {n} minutes"),
    ("log-hours", "log show --last {n}h", ["show the system log of the last {n} hours"],
     "Shows the log of the last {n} hours"),
    ("log-process", "log show --last {n}m --process {process}",
     ["show what {process} logged in the last {n} minutes"],
     "Shows what {process} logged in the last {n} minutes"),
    ("log-stream", "log stream", ["[follow|watch] the system log[ live|]"],
     "Shows the log as it is written"),
    ("log-stream-process", "log stream --process {process}", ["[follow|watch] the log of "
                                                              "{process}[ live|]"],
     "Shows what {process} logs as it is written"),
    ("firmware", "nvram -p", ["list the [NVRAM|firmware] variables"],
     "Lists the variables of the firmware"),
    ("sip", "csrutil status", ["[show|check] whether System Integrity Protection is on"],
     "Shows whether the system's files are protected"),
    ("gatekeeper", "spctl --status", ["[show|check] whether Gatekeeper is on"],
     "Shows whether Gatekeeper is on"),
    ("timezone", "sudo systemsetup -gettimezone", [f"{_SHOW} the time zone [set on|of] this Mac"],
     "Prints the time zone"),
    ("remote-login", "sudo systemsetup -setremotelogin on", ["[turn on|enable|allow] [remote "
                                                             "login|ssh access] [to|on] this Mac"],
     "Allows logging in to this Mac with ssh"),
    ("remote-logout", "sudo systemsetup -setremotelogin off", ["[turn off|disable|forbid] [remote "
                                                               "login|ssh access] [to|on] this "
                                                               "Mac"],
     "Forbids logging in to this Mac with ssh"),
)  # fmt: skip
_UPDATES = (
    ("updates", "softwareupdate -l", ["[check|look] for [macOS|software|system] updates",
                                      "list available [macOS|software] updates"],
     "Lists the available updates"),
    ("updates-all", "sudo softwareupdate -ia", ["install all [macOS|software|system] updates"],
     "Installs all updates"),
    ("updates-recommended", "sudo softwareupdate -ir", ["install the recommended [macOS|software] "
                                                        "updates"],
     "Installs the recommended updates"),
    ("updates-restart", "sudo softwareupdate -iaR", ["install all [macOS|software] updates and "
                                                     "restart if [needed|necessary]"],
     "Installs all updates and restarts where that is needed"),
    ("updates-download", "softwareupdate -da", ["download all [macOS|software] updates without "
                                                "installing [them|]"],
     "Downloads all updates without installing them"),
    ("updates-history", "softwareupdate --history", ["[show|list] the [installed updates|history "
                                                     "of macOS updates]"],
     "Lists the updates installed before"),
    ("rosetta", "softwareupdate --install-rosetta", ["install Rosetta"], "Installs Rosetta"),
    ("tools", "xcode-select --install", ["install the [Xcode|] command line tools"],
     "Installs the command line tools"),
    ("tools-path", "xcode-select -p", [f"{_SHOW} the path of the [Xcode|active] developer tools"],
     "Prints the folder of the developer tools"),
    ("tools-reset", "sudo xcode-select -r", ["reset the path of the developer tools"],
     "Resets the folder of the developer tools"),
    ("sdk", "xcrun --show-sdk-path", [f"{_SHOW} the path of the macOS SDK"],
     "Prints the folder of the SDK"),
    ("xcrun-find", "xcrun -f {program}", ["find the path of {program} in the developer tools"],
     "Prints where the developer tools have {program}"),
    ("pkg-install", "sudo installer -pkg {stem}.pkg -target /", ["install [the package|] "
                                                                 "{stem}.pkg"],
     "Installs {stem}.pkg"),
    ("pkg-list", "pkgutil --pkgs", ["list the installed [installer packages|package IDs]"],
     "Lists the packages of the installer"),
    ("pkg-files", "pkgutil --files {label}", ["list the files of the installer package {label}"],
     "Lists the files that {label} installed"),
    ("pkg-info", "pkgutil --pkg-info {label}", [f"{_SHOW} [details of|information about] the "
                                                "installer package {label}"],
     "Shows details of the package {label}"),
    ("pkg-expand", "pkgutil --expand {stem}.pkg {dir}", ["[unpack|expand] {stem}.pkg into {dir}"],
     "Unpacks {stem}.pkg into {dir}"),
    ("pkg-forget", "sudo pkgutil --forget {label}", ["forget that [the package|] {label} is "
                                                     "installed"],
     "Makes macOS forget that {label} is installed"),
)  # fmt: skip
