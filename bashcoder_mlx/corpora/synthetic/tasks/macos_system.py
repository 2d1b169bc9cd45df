"""macOS's own tools for disks, network, services and files."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import named, number, one_of
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded

_SHOW = "[show|print|display|see]"
_SLOTS = {
    "disk": lambda draw, spaced: named(f"disk{draw.between(2, 9)}"),
    "volume": one_of("Backup", "Data", "Photos", "USB", "Work", "Media", "Archive", "Music"),
    "network": lambda draw, spaced: named(draw.pick(("Wi-Fi", "Ethernet"))),
    "size": lambda draw, spaced: number(draw.between(1, 40) * 4),
    "label": lambda draw, spaced: named(
        f"{draw.pick(('com', 'org', 'net'))}.example.{draw.pick(_AGENTS)}"
    ),
}  # fmt: skip
_AGENTS = (
    "backup", "sync", "cleaner", "monitor", "indexer", "mailer", "updater", "reporter", "watcher",
    "agent", "builder", "importer",
)  # fmt: skip


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    groups = (_DISKS, _NETWORK, _SERVICES, _FILES)
    for name, run, say, explained in (row for group in groups for row in group):
        yield recorded(f"macos_system.{name}", {"macos": run}, say, explained, slots=_SLOTS)


_DISKS = (
    ("disk-info", "diskutil info {disk}", [f"{_SHOW} [details of|information about] the disk "
                                           "{disk}"], "Shows details of {disk}"),
    ("disk-list", "diskutil list {disk}", ["list the partitions of [the disk|] {disk}"],
     "Lists the partitions of {disk}"),
    ("disk-eject", "diskutil eject {disk}", ["eject [the disk|] {disk}"], "Ejects {disk}"),
    ("volume-eject", "diskutil eject /Volumes/{volume}", ["eject the volume {volume}"],
     "Ejects the volume {volume}"),
    ("unmount", "diskutil unmount /Volumes/{volume}", ["unmount the volume {volume}"],
     "Unmounts the volume {volume}"),
    ("unmount-disk", "diskutil unmountDisk {disk}", ["unmount [all volumes|every volume] of {disk}"],
     "Unmounts all volumes of {disk}"),
    ("mount", "diskutil mount {disk}s1", ["mount the partition {disk}s1"],
     "Mounts the partition {disk}s1"),
    ("verify", "diskutil verifyVolume /Volumes/{volume}", ["[check|verify] the [volume|file system "
                                                           "of the volume] {volume}"],
     "Checks the file system of the volume {volume}"),
    ("repair", "diskutil repairVolume /Volumes/{volume}", ["repair the volume {volume}"],
     "Repairs the file system of the volume {volume}"),
    ("rename", "diskutil rename {volume} {volume2}", ["rename the volume {volume} to {volume2}"],
     "Renames the volume {volume} to {volume2}"),
    ("erase", "diskutil eraseDisk APFS {volume} {disk}", ["[erase|format] [the disk|] {disk} [as|"
                                                          "with] APFS [and name it|called] "
                                                          "{volume}"],
     "Erases {disk} and formats it as an APFS volume called {volume}"),
    ("erase-exfat", "diskutil eraseDisk ExFAT {volume} {disk}", ["[erase|format] [the disk|] {disk}"
                                                                 " [as|with] ExFAT [and name it|"
                                                                 "called] {volume}"],
     "Erases {disk} and formats it as an ExFAT volume called {volume}"),
    ("apfs", "diskutil apfs list", ["list the APFS [containers|containers and volumes]"],
     "Lists the APFS containers"),
    ("image-attach", "hdiutil attach {stem}.dmg", ["[mount|open|attach] [the disk image|] "
                                                   "{stem}.dmg"], "Mounts {stem}.dmg"),
    ("image-detach", "hdiutil detach /Volumes/{volume}", ["[detach|unmount] the disk image mounted "
                                                          "at /Volumes/{volume}"],
     "Unmounts the image at /Volumes/{volume}"),
    ("image-make", "hdiutil create -srcfolder {dir} -volname {volume} {stem}.dmg",
     ["make [a|the] disk image {stem}.dmg of {dir} with the volume name {volume}"],
     "Makes {stem}.dmg from {dir}, with a volume called {volume}"),
    ("image-empty", "hdiutil create -size {size}m -fs APFS -volname {volume} {stem}.dmg",
     ["make an empty APFS disk image {stem}.dmg of {size} MB [called|named] {volume}"],
     "Makes the empty image {stem}.dmg of {size} MB with a volume called {volume}"),
    ("image-check", "hdiutil verify {stem}.dmg", ["[check|verify] the disk image {stem}.dmg"],
     "Checks {stem}.dmg"),
    ("image-list", "hdiutil info", ["list the [mounted|attached] disk images"],
     "Lists the mounted images"),
    ("backup-start", "tmutil startbackup", ["start a Time Machine backup[ now|]"],
     "Starts a backup with Time Machine"),
    ("backup-stop", "tmutil stopbackup", ["stop the [running|current] Time Machine backup"],
     "Stops the running backup of Time Machine"),
    ("backup-status", "tmutil status", ["show [how far the|the state of the] Time Machine backup"
                                        "[ is|]"], "Shows the state of the backup"),
    ("backup-latest", "tmutil latestbackup", ["show the [latest|last|newest] Time Machine backup"],
     "Prints the latest backup of Time Machine"),
    ("backup-list", "tmutil listbackups", ["list [all|the] Time Machine backups"],
     "Lists the backups of Time Machine"),
    ("backup-exclude", "tmutil addexclusion {dir}", ["exclude {dir} from [Time Machine|backups "
                                                     "with Time Machine]"],
     "Keeps {dir} out of the backups"),
    ("backup-include", "tmutil removeexclusion {dir}", ["include {dir} in Time Machine backups "
                                                        "again"],
     "Takes {dir} into the backups again"),
    ("snapshots", "tmutil listlocalsnapshots /", ["list the local [Time Machine|] snapshots of the "
                                                  "system disk"],
     "Lists the local snapshots of the system disk"),
)  # fmt: skip
_NETWORK = (
    ("services-net", "networksetup -listallnetworkservices", ["list [all|the] network services of "
                                                              "this Mac"],
     "Lists the network services"),
    ("ports", "networksetup -listallhardwareports", ["list [all|the] [network hardware ports|"
                                                     "network ports with their MAC addresses]"],
     "Lists the network hardware with its addresses"),
    ("net-info", "networksetup -getinfo {network}", [f"{_SHOW} the [IP|network] settings of "
                                                     "{network}"],
     "Shows the settings of {network}"),
    ("dns-get", "networksetup -getdnsservers {network}", [f"{_SHOW} the DNS servers of {{network}}"],
     "Shows the name servers of {network}"),
    ("dns-set", "sudo networksetup -setdnsservers {network} {ip} {ip2}",
     ["set the DNS servers of {network} to {ip} and {ip2}"],
     "Makes {ip} and {ip2} the name servers of {network}"),
    ("dns-one", "sudo networksetup -setdnsservers {network} {ip}",
     ["use {ip} as the [only|] DNS server of {network}"],
     "Makes {ip} the name server of {network}"),
    ("dns-none", "sudo networksetup -setdnsservers {network} empty",
     ["[remove|clear|reset] the DNS servers set for {network}"],
     "Removes the name servers set for {network}"),
    ("dhcp", "sudo networksetup -setdhcp {network}", ["[use|turn on|set] DHCP for {network}"],
     "Lets {network} get its address by DHCP"),
    ("manual", "sudo networksetup -setmanual {network} {ip} 255.255.255.0 {ip2}",
     ["give {network} the fixed address {ip} with the [router|gateway] {ip2}"],
     "Gives {network} the address {ip} and the router {ip2}"),
    ("wifi-name", "networksetup -getairportnetwork en0", [f"{_SHOW} the [name of the|] wifi "
                                                          "network [I am|that I am] connected to"],
     "Prints the name of the wireless network"),
    ("wifi-join", "networksetup -setairportnetwork en0 {stem}", ["[join|connect to] the wifi "
                                                                 "[network|] {stem}"],
     "Joins the wireless network {stem}"),
    ("wifi-off", "networksetup -setairportpower en0 off", ["[turn|switch] [wifi|the wifi] off",
                                                           "[turn off|disable] [wifi|the wifi]"],
     "Turns the wireless network off"),
    ("wifi-on", "networksetup -setairportpower en0 on", ["[turn|switch] [wifi|the wifi] on",
                                                         "[turn on|enable] [wifi|the wifi]"],
     "Turns the wireless network on"),
    ("wifi-known", "networksetup -listpreferredwirelessnetworks en0", ["list the [known|saved|"
                                                                       "preferred] wifi networks "
                                                                       "of this Mac"],
     "Lists the known wireless networks"),
    ("proxy-set", "sudo networksetup -setwebproxy {network} {host} {port}",
     ["use {host} [on|at] port {port} as the web proxy of {network}"],
     "Makes {host} at port {port} the web proxy of {network}"),
    ("proxy-off", "sudo networksetup -setwebproxystate {network} off",
     ["[turn off|disable|switch off] the web proxy of {network}"],
     "Turns the web proxy of {network} off"),
    ("gateway", "route -n get default", [f"{_SHOW} the default [gateway|route] of this Mac"],
     "Shows the default gateway"),
    ("lookup", "dscacheutil -q host -a name {domain}", ["look up {domain} [the way|as] macOS "
                                                        "[itself|] resolves it"],
     "Looks {domain} up as macOS resolves it"),
    ("wifi-address", "networksetup -getmacaddress en0", [f"{_SHOW} the MAC address of en0"],
     "Prints the hardware address of en0"),
)  # fmt: skip
_SERVICES = (
    ("jobs", "launchctl list", ["list the [launchd jobs|jobs of launchd]"],
     "Lists the jobs of launchd"),
    ("job", "launchctl list | grep {label}", ["[find|show] {label} among the launchd jobs",
                                              "check whether [the launchd job|] {label} is loaded"],
     "Shows whether the job {label} is loaded"),
    ("load", "launchctl load -w ~/Library/LaunchAgents/{label}.plist",
     ["load [the launch agent|the agent|] {label} [from my LaunchAgents|]",
      "start the launch agent {label} now and at every login"],
     "Loads the launch agent {label}, now and at every login"),
    ("unload", "launchctl unload -w ~/Library/LaunchAgents/{label}.plist",
     ["unload [the launch agent|the agent|] {label} [of my LaunchAgents|]",
      "stop the launch agent {label} for good"], "Unloads the launch agent {label} for good"),
    ("bootstrap", "launchctl bootstrap gui/\"$UID\" ~/Library/LaunchAgents/{label}.plist",
     ["bootstrap the launch agent {label} [for me|in my session]"],
     "Loads the launch agent {label} into the session of the user"),
    ("bootout", "launchctl bootout gui/\"$UID\"/{label}", ["boot out the launch agent {label} [from "
                                                           "my session|]"],
     "Removes the launch agent {label} from the session of the user"),
    ("kickstart", "launchctl kickstart -k gui/\"$UID\"/{label}",
     ["restart the launch agent {label}"], "Restarts the launch agent {label}"),
    ("daemon-kickstart", "sudo launchctl kickstart -k system/{label}",
     ["restart the [system daemon|launch daemon] {label}"], "Restarts the system service {label}"),
    ("job-start", "launchctl start {label}", ["start the [launchd job|job] {label}"],
     "Starts the job {label}"),
    ("job-stop", "launchctl stop {label}", ["stop the [launchd job|job] {label}"],
     "Stops the job {label}"),
    ("job-print", "launchctl print gui/\"$UID\"/{label}", ["show [details|the state] of the launch "
                                                           "agent {label}"],
     "Shows the state of the launch agent {label}"),
    ("daemon-load", "sudo launchctl bootstrap system /Library/LaunchDaemons/{label}.plist",
     ["load the [system daemon|launch daemon] {label}"], "Loads the system service {label}"),
    ("job-enable", "launchctl enable gui/\"$UID\"/{label}", ["enable the launch agent {label}"],
     "Allows the launch agent {label} to run"),
    ("job-disable", "launchctl disable gui/\"$UID\"/{label}", ["disable the launch agent {label}"],
     "Keeps the launch agent {label} from running"),
    ("setenv", "launchctl setenv {variable} {word}", ["set {variable} to {word} for apps started "
                                                      "from the Dock"],
     "Sets {variable} to {word} for programs that launchd starts"),
    ("brew-run", "brew services run {service}", ["run {service} with brew services, but not at "
                                                 "login"],
     "Starts {service} without starting it at every login"),
)  # fmt: skip
_FILES = (
    ("attributes", "xattr {file}", ["list the [extended attributes|xattrs] of {file}"],
     "Lists the extended attributes of {file}"),
    ("attributes-values", "xattr -l {file}", ["list the extended attributes of {file} with their "
                                              "values"],
     "Lists the extended attributes of {file} with their values"),
    ("quarantine", "xattr -d com.apple.quarantine {file}",
     ["[remove|delete] the quarantine [flag|attribute] [of|from] {file}",
      "let macOS open the downloaded file {file.raw} without a warning"],
     "Removes the quarantine mark of {file}"),
    ("quarantine-dir", "xattr -dr com.apple.quarantine {dir}",
     ["[remove|delete] the quarantine [flag|attribute] from everything in {dir}"],
     "Removes the quarantine mark of everything in {dir}"),
    ("attributes-clear", "xattr -c {file}", ["[remove|delete|clear] all extended attributes of "
                                             "{file}"],
     "Removes all extended attributes of {file}"),
    ("attribute-set", "xattr -w {word} {word2} {file}", ["set the extended attribute {word} of "
                                                         "{file} to {word2}"],
     "Sets the extended attribute {word} of {file} to {word2}"),
    ("attribute-get", "xattr -p {word} {file}", ["print the extended attribute {word} of {file}"],
     "Prints the extended attribute {word} of {file}"),
    ("ditto", "ditto {dir} {dir2}", ["copy {dir} to {dir2} with [all|] [resource forks and "
                                     "attributes|ditto]"],
     "Copies {dir} to {dir2} with attributes and resource forks"),
    ("ditto-zip", "ditto -c -k --keepParent {dir} {zip}", ["[zip|compress|pack] {dir} as {zip} [the "
                                                           "way the Finder does|with ditto]"],
     "Packs {dir} as {zip} the way the Finder does"),
    ("ditto-unzip", "ditto -x -k {zip} {dir}", ["[unzip|unpack] {zip} into {dir} with ditto"],
     "Unpacks {zip} into {dir}"),
    ("signature", "codesign -dv {stem}.app", [f"{_SHOW} the code signature of {{stem}}.app"],
     "Shows the signature of {stem}.app"),
    ("signature-check", "codesign --verify --deep {stem}.app", ["[check|verify] the code signature "
                                                                "of {stem}.app"],
     "Checks the signature of {stem}.app"),
    ("sign", "codesign -s - {stem}.app", ["sign {stem}.app ad hoc"], "Signs {stem}.app ad hoc"),
    ("assess", "spctl -a -v {stem}.app", ["check whether Gatekeeper [would let|lets] {stem}.app "
                                          "run"],
     "Shows whether Gatekeeper lets {stem}.app run"),
    ("password", "security find-generic-password -s {word} -w", ["print the [keychain|] password "
                                                                 "saved for [the service|] {word} "
                                                                 "in the keychain"],
     "Prints the password of {word} from the keychain"),
    ("libraries", "otool -L {stem}", ["list the [shared|] libraries that [the program|] {stem} "
                                      "[uses|links to]"],
     "Lists the libraries that {stem} uses"),
    ("archs", "lipo -archs {stem}", [f"{_SHOW} the architectures in [the binary|] {{stem}}"],
     "Prints the architectures that {stem} is built for"),
)  # fmt: skip
