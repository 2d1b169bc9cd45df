"""Services and logs: all recorded, as a sandbox has none of them."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded

_SHOW = "[show|list|print|display]"
_THE = "[|the service |the ]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _services()
    yield from _units()
    yield from _logs()


def _services() -> Iterator[Task]:
    """Verbs on one service: systemctl on Linux, brew services on macOS."""
    for verb, linux, macos, say, ask, explained in (
        ("start", "sudo systemctl start {service}", "brew services start {service}",
         ["start the service {service}", "start the {service} service"],
         ["start [the|] service {service}"],
         "Starts the service {service}"),
        ("stop", "sudo systemctl stop {service}", "brew services stop {service}",
         ["stop the service {service}", "[stop|shut down] the {service} service"],
         ["stop [the|] service {service}"],
         "Stops the service {service}"),
        ("restart", "sudo systemctl restart {service}", "brew services restart {service}",
         [f"restart {_THE}{{service}}", "restart the {service} service",
          "stop {service} and start it again"], ["restart {service}"],
         "Restarts the service {service}"),
        ("status", "systemctl status {service}", "brew services info {service}",
         [f"{_SHOW} the [status|state] of {_THE}{{service}}",
          "[check|see] [how|whether] the {service} service is [doing|running]"],
         ["is the {service} service running?", "status of {service}"],
         "Shows the state of the service {service}"),
        ("list", "systemctl list-units -t service", "brew services list",
         [f"{_SHOW} [the|all|all the] services", f"{_SHOW} the loaded services and their state"],
         ["[which|what] services are there?"], "Lists the services and their state"),
    ):  # fmt: skip
        run = {"linux": linux, "macos": macos}
        yield recorded(f"system_services.{verb}", run, say, explained, ask)
    for verb, run, say, ask, explained in (
        ("reload", "sudo systemctl reload {service}",
         [f"reload the [configuration|settings] of {_THE}{{service}}",
          "make {service} [re-read|read] its configuration [again|without a restart]"], [],
         "Makes the service {service} read its configuration again"),
        ("enable", "sudo systemctl enable {service}",
         [f"[enable|start] {_THE}{{service}} at boot", "make {service} start [at boot|"
          "automatically|with the system]"], ["{service} at boot"],
         "Makes the service {service} start with the system"),
        ("disable", "sudo systemctl disable {service}",
         ["[disable|do not start] {service} at boot", "keep {service} from starting [at boot|"
          "automatically]"], [], "Keeps the service {service} from starting with the system"),
        ("enable-now", "sudo systemctl enable --now {service}",
         ["start {service} now and at [every|each] boot", "enable {service} and start it "
          "[at once|immediately|now]"], [],
         "Starts the service {service} now and with the system"),
        ("disable-now", "sudo systemctl disable --now {service}",
         ["stop {service} [now|] and keep it from starting at boot", "disable {service} and stop "
          "it [at once|immediately|now]"], [],
         "Stops the service {service} and keeps it from starting with the system"),
        ("active", "systemctl is-active {service}",
         ["print whether the service {service} is [active|running]"],
         ["is [the service|] {service} active?"], "Prints whether the service {service} runs"),
        ("enabled", "systemctl is-enabled {service}",
         ["print whether {service} [starts at boot|is enabled]"],
         ["is {service} enabled[ at boot|]?"],
         "Prints whether the service {service} starts with the system"),
        ("active-or-start", "systemctl is-active -q {service} || sudo systemctl start {service}",
         ["start {service} [if|in case] it is not running", "make sure that {service} [runs|is "
          "running]"], [], "Starts the service {service} where it does not run"),
        ("mask", "sudo systemctl mask {service}",
         ["mask {service}", "make it impossible to start [the service|] {service}"], [],
         "Makes it impossible to start the service {service}"),
        ("cat", "systemctl cat {service}", [f"{_SHOW} the unit file of [the service|] {{service}}"],
         [], "Prints the unit file of the service {service}"),
        ("show", "systemctl show -p MainPID --value {service}",
         ["print the main [PID|process ID] of the service {service}"],
         ["what is the main pid of the {service} service?"],
         "Prints the main process of the service {service}"),
        ("status-lines", "systemctl status -n {n} {service}",
         [f"{_SHOW} the status of {{service}} with {{n}} lines of its log"], [],
         "Shows the state of the service {service} with {n} lines of its log"),
        ("user-start", "systemctl --user start {service}", ["start my user service {service}"],
         [], "Starts the user's own service {service}"),
        ("old-restart", "sudo service {service} restart",
         ["restart {service} with the service command"], ["service {service} restart"],
         "Restarts the service {service}"),
        ("old-status", "sudo service {service} status",
         ["show the status of {service} with the service command"], ["service {service} status"],
         "Shows the state of the service {service}"),
    ):  # fmt: skip
        calls = [run.split(" || ")[0]]
        yield recorded(f"system_services.{verb}", {"linux": run}, say, explained, ask, calls)


def _units() -> Iterator[Task]:
    for name, run, say, ask, explained in (
        ("failed", "systemctl --failed", [f"{_SHOW} [the|all|] failed [services|units]"],
         ["[which|what] services [failed|have failed]?"], "Lists the services that failed"),
        ("running", "systemctl list-units -t service --state=running",
         [f"{_SHOW} [only|] [the|all|] running services"], ["which services are running?"],
         "Lists the services that run"),
        ("files", "systemctl list-unit-files -t service",
         [f"{_SHOW} [the|all|] installed services and whether they start at boot"], [],
         "Lists the installed services and whether they start with the system"),
        ("enabled", "systemctl list-unit-files --state=enabled",
         [f"{_SHOW} [the|all|] units that [start at boot|are enabled]"],
         ["which services start at boot?"], "Lists what starts with the system"),
        ("timers", "systemctl list-timers", [f"{_SHOW} the [systemd|active] timers"],
         ["when do the systemd timers run next?"], "Lists the timers and when they run next"),
        ("timers-all", "systemctl list-timers -a", [f"{_SHOW} all systemd timers, inactive ones "
                                                    "too"], [],
         "Lists all timers, also those that are not active"),
        ("reload", "sudo systemctl daemon-reload",
         ["make systemd read [its|the] unit files again", "reload the systemd [configuration|unit "
          "files]"], [], "Makes systemd read its unit files again"),
    ):  # fmt: skip
        yield recorded(f"system_services.units-{name}", {"linux": run}, say, explained, ask)


def _logs() -> Iterator[Task]:
    """journalctl: a service or everything, and what of it."""
    whose = (
        ("", "", "the [system log|journal]", "the journal"),
        ("unit", " -u {service}", "[the log of|the journal of] {service}",
         "the journal of {service}"),
    )  # fmt: skip
    which = (
        ("", "", "show SUBJECT", "Shows SUBJECT"),
        ("lines", " -n {n}", "[show|print] the last {n} lines of SUBJECT",
         "Shows the last {n} lines of SUBJECT"),
        ("follow", " -f", "[follow|watch] SUBJECT[ live|]", "Follows SUBJECT"),
        ("boot", " -b", "show SUBJECT since the [last|latest] boot",
         "Shows SUBJECT since the last start"),
        ("today", " -S today", "show SUBJECT [of|from] today", "Shows SUBJECT of today"),
        ("hour", " -S '{count} hours ago'", "show SUBJECT [of|from] the last {count} hours",
         "Shows SUBJECT of the last {count} hours"),
        ("errors", " -p err", "show [only|] the errors in SUBJECT",
         "Shows the errors in SUBJECT"),
        ("reverse", " -r", "show SUBJECT[,|] newest [entries|lines] first",
         "Shows SUBJECT, newest first"),
        ("date", " -S {date}", "show SUBJECT since {date}", "Shows SUBJECT since {date}"),
        ("grep", " -g {word}", "[search SUBJECT for|show the lines of SUBJECT with] {word}",
         "Shows the lines of SUBJECT that contain {word}"),
        ("json", " -o json", "print SUBJECT as JSON", "Prints SUBJECT as JSON"),
        ("end", " -e", "[open|show] SUBJECT at its end", "Shows SUBJECT, beginning at its end"),
    )  # fmt: skip
    for owner, unit, subject, told in whose:
        for name, flags, say, explained in which:
            says = [say.replace("SUBJECT", subject)]
            says += [f"{says[0]} with journalctl"] if owner == "" else []
            yield recorded(
                "system_services." + "-".join(filter(None, ("log", owner, name))),
                {"linux": f"journalctl{unit}{flags}"}, says, explained.replace("SUBJECT", told),
            )  # fmt: skip
    for name, run, say, explained in (
        ("kernel", "journalctl -k", ["show the kernel messages in the journal"],
         "Shows what the kernel wrote to the journal"),
        ("size", "journalctl --disk-usage", ["show how much [space|disk space] the journal "
                                             "[takes|uses]"],
         "Shows how much space the journal takes"),
        ("boots", "journalctl --list-boots", ["list the boots [in|that are in] the journal"],
         "Lists the starts of the system that the journal holds"),
        ("vacuum", "sudo journalctl --vacuum-size={n}M", ["shrink the journal to {n} MB"],
         "Deletes old parts of the journal until {n} MB are left"),
        ("vacuum-time", "sudo journalctl --vacuum-time={days}d",
         ["[delete|remove] journal entries older than {days}"],
         "Deletes what in the journal is older than {days}"),
        ("logger", "logger {text}", ["write {text} to the system log",
                                     "log the message {text}"], "Writes {text} to the system log"),
        ("logger-tag", "logger -t {word} {text}", ["write {text} to the system log with the tag "
                                                   "{word}"],
         "Writes {text} to the system log with the tag {word}"),
    ):  # fmt: skip
        anywhere = run.startswith("logger")
        yield recorded(
            f"system_services.journal-{name}", run if anywhere else {"linux": run}, say, explained
        )
