"""Facts about the machine: kernel, processors, disks, memory; restarting it; its clock and name."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded

_SHOW = "[show|print|display|see]"
_ZONE = {
    "zone": one_of("Europe/Berlin", "Europe/Paris", "Europe/London", "America/New_York",
                   "Asia/Tokyo", "America/Los_Angeles", "UTC", "Asia/Kolkata", "Europe/Madrid",
                   "Australia/Sydney", "America/Sao_Paulo", "Africa/Nairobi", "Asia/Singapore")
}  # fmt: skip


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _machine()
    yield from _memory()


def _machine() -> Iterator[Task]:
    for name, linux, macos, say, ask, explained in (
        ("uname", "uname -a", "uname -a", [f"{_SHOW} [all|everything] uname knows [about this "
                                           "system|]", f"{_SHOW} [all|full] [kernel and system|"
                                           "system] information"], ["system information"],
         "Prints all that uname knows about the system"),
        ("kernel", "uname -r", "uname -r", [f"{_SHOW} the [kernel version|version of the kernel|"
                                            "kernel release]"],
         ["which kernel [version|] [is running|am I running]?", "kernel version"],
         "Prints the version of the kernel"),
        ("uptime", "uptime", "uptime", [f"{_SHOW} how long [this machine|the system|the computer] "
                                        "has been [up|running]", f"{_SHOW} the uptime[ and the "
                                        "load|]"],
         ["how long has this [machine|computer] been [up|running]?", "load average", "uptime"],
         "Shows how long the machine has been running, and its load"),
        ("uptime-pretty", "uptime -p", None, [f"{_SHOW} the uptime [in words|in plain words]"], [],
         "Prints in words how long the machine has been running"),
        ("boot", "uptime -s", "sysctl -n kern.boottime", [f"{_SHOW} when [this machine|the system] "
                                                          "was [started|booted]"],
         ["when was [this machine|the computer] [started|booted]?", "boot time"],
         "Prints when the machine was started"),
        ("cpus", "nproc", "sysctl -n hw.ncpu", [f"{_SHOW} the number of [CPUs|processors|CPU "
                                                "cores|cores]", "count the [CPUs|CPU cores|"
                                                "processors][ of this machine|]"],
         ["how many [cores|CPUs|processors|cpu cores] does this [machine|computer] have?",
          "number of [cpus|cores]"], "Prints the number of processors"),
        ("cpu", "lscpu", "sysctl -n machdep.cpu.brand_string",
         [f"{_SHOW} [information about|details of] the [CPU|processor]",
          f"{_SHOW} [which|what] [CPU|processor] [is in this machine|this machine has]"],
         ["[which|what] [cpu|processor] does this machine have?"],
         "Shows what processor the machine has"),
        ("cpu-name", "lscpu | grep 'Model name'", None, [f"{_SHOW} only the model name of the "
                                                         "[CPU|processor]"], [],
         "Prints the model of the processor"),
        ("disks", "lsblk", "diskutil list", [f"{_SHOW} [the|all|all the] disks and partitions",
                                             "list the block devices"],
         ["[which|what] disks [are there|does this machine have]?"],
         "Lists the disks and their partitions"),
        ("disks-fs", "lsblk -f", None, [f"{_SHOW} [the|] disks with their file systems [and "
                                        "labels|]"], ["which file system does each partition "
                                                      "have?"],
         "Lists the disks with their file systems"),
        ("usb", "lsusb", "system_profiler SPUSBDataType", [f"{_SHOW} [the|all|] USB devices",
                                                           "list what is connected by USB"],
         ["[which|what] USB devices are connected?"], "Lists the USB devices"),
        ("pci", "lspci", "system_profiler SPPCIDataType", [f"{_SHOW} [the|all|] PCI devices"],
         [], "Lists the PCI devices"),
        ("graphics", "lspci | grep -i vga", "system_profiler SPDisplaysDataType",
         [f"{_SHOW} [which|what] graphics card [this machine has|is installed]"],
         ["which graphics card [is this|does this machine have]?"], "Shows the graphics card"),
        ("messages", "sudo dmesg", "log show --last 5m --predicate 'process == \"kernel\"'",
         [f"{_SHOW} the [kernel messages|messages of the kernel|kernel log]"], ["kernel log"],
         "Shows the messages of the kernel"),
        ("messages-time", "sudo dmesg -T", None, [f"{_SHOW} the kernel messages with [readable|"
                                                  "human readable] times"], [],
         "Shows the messages of the kernel with readable times"),
        ("messages-follow", "sudo dmesg -w", None, ["[follow|watch] the kernel messages"], [],
         "Shows the messages of the kernel as they come"),
        ("messages-errors", "sudo dmesg -l err", None, [f"{_SHOW} only [the|] errors of the "
                                                        "kernel"], [],
         "Shows the errors that the kernel reported"),
        ("modules", "lsmod", None, [f"{_SHOW} the loaded kernel modules"],
         ["which kernel modules are loaded?"], "Lists the loaded modules of the kernel"),
        ("reboot", "sudo reboot", "sudo reboot", ["[restart|reboot] [this machine|the computer|the "
                                                  "system|]"], [], "Restarts the machine"),
        ("shutdown", "sudo shutdown -h now", "sudo shutdown -h now",
         ["[shut down|turn off|power off] [this machine|the computer] [now|immediately|at once|]"],
         [], "Shuts the machine down"),
        ("shutdown-later", "sudo shutdown -h +{n}", "sudo shutdown -h +{n}",
         ["[shut down|turn off] [this machine|the computer] in {n} minutes",
          "schedule a shutdown in {n} minutes"], ["shutdown in {n} minutes"],
         "Shuts the machine down in {n} minutes"),
        ("reboot-later", "sudo shutdown -r +{n}", "sudo shutdown -r +{n}",
         ["[restart|reboot] [this machine|the computer] in {n} minutes"], [],
         "Restarts the machine in {n} minutes"),
        ("shutdown-cancel", "sudo shutdown -c", "sudo killall shutdown",
         ["cancel [the|a] [planned|scheduled|pending] shutdown"], [],
         "Cancels a shutdown that was planned"),
        ("timezone", "timedatectl", None, [f"{_SHOW} the [time zone and clock settings|settings of "
                                           "time and time zone]"], [],
         "Shows the settings of clock and time zone"),
        ("timezone-set", "sudo timedatectl set-timezone {zone}", "sudo systemsetup -settimezone "
         "{zone}", ["set the time zone to {zone}"], ["time zone {zone}"],
         "Sets the time zone to {zone}"),
        ("hostname-set", "sudo hostnamectl set-hostname {host}", "sudo scutil --set HostName "
         "{host}", ["[set|change] the [host name|hostname] [of this machine|] to {host}",
                    "[call|rename] this machine {host}"], ["new hostname {host}"],
         "Sets the name of this machine to {host}"),
        ("sysctl", "sysctl -a", "sysctl -a", [f"{_SHOW} all kernel [parameters|settings]"], [],
         "Lists the parameters of the kernel"),
    ):  # fmt: skip
        run = {"linux": linux, "macos": macos} if macos else {"linux": linux}
        run = linux if linux == macos else run
        calls = [linux.split(" | ")[0]]
        yield recorded(
            f"system_machine.{name}", run, say, explained, ask, calls,
            after="true" if "|" in linux else "", slots=_ZONE,
        )  # fmt: skip


def _memory() -> Iterator[Task]:
    for name, linux, macos, say, ask, explained in (
        ("free", "free -h", "vm_stat", [f"{_SHOW} [the|] [memory usage|free memory|memory]",
                                        f"{_SHOW} how much [memory|RAM] is [free|used|available]"],
         ["how much [memory|RAM] is [free|used]?", "free memory"], "Shows the use of memory"),
        ("total", "free -h | awk '/^Mem/ {print $2}'", "sysctl -n hw.memsize",
         [f"{_SHOW} [only|] the total [memory|RAM][ of this machine|]",
          f"{_SHOW} how much [memory|RAM] [this machine has|is installed]"],
         ["how much [memory|RAM] does this [machine|computer] have?", "total memory"],
         "Prints how much memory the machine has"),
        ("megabytes", "free -m", None, [f"{_SHOW} [the|] memory usage in megabytes"],
         ["memory in MB"], "Shows the use of memory in megabytes"),
        ("gigabytes", "free -g", None, [f"{_SHOW} [the|] memory usage in gigabytes"],
         ["memory in GB"], "Shows the use of memory in gigabytes"),
        ("sum", "free -ht", None, [f"{_SHOW} [the|] memory usage with a [total|sum] line"], [],
         "Shows the use of memory and swap, with their sum"),
        ("repeat", "free -h -s {seconds}", None, [
            "print [the|] memory usage every {seconds} seconds, one report below the other",
            "let free print [the|] memory usage [again|] every {seconds} seconds"], [],
         "Shows the use of memory every {seconds} seconds"),
        ("available", "free -h | awk '/^Mem/ {print $NF}'", None,
         [f"{_SHOW} only the available memory"], ["how much memory is available?"],
         "Prints how much memory is available"),
        ("swap", "free -h | grep Swap", "sysctl vm.swapusage", [f"{_SHOW} [the|] swap [usage|"
                                                                "space]"],
         ["how much swap is used?"], "Shows the use of swap space"),
        ("vmstat", "vmstat {seconds} {count}", "vm_stat -c {count} {seconds}",
         [f"{_SHOW} memory statistics {{count}} times, every {{seconds}} seconds"], [],
         "Shows statistics of memory {count} times, every {seconds} seconds"),
    ):  # fmt: skip
        run = {"linux": linux, "macos": macos} if macos else {"linux": linux}
        yield recorded(
            f"system_machine.memory-{name}", run, say, explained, ask, [linux.split(" | ")[0]],
            after="true" if "|" in linux else "",
        )  # fmt: skip
