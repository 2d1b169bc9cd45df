"""Planned jobs and user accounts; all but the changes of the crontab are recorded."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import number, one_of
from bashcoder_mlx.corpora.synthetic.task import Outcome, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded

_SHOW = "[show|list|print|display]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _cron()
    yield from _accounts()


_TIMES = {
    "hour": lambda draw, spaced: number(draw.between(0, 23)),
    "minute": lambda draw, spaced: number(draw.between(10, 59)),
    "step": one_of("2", "3", "5", "10", "15", "20", "30"),
    "day": one_of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "shell": one_of("bash", "zsh", "fish", "sh"),
}


def _cron() -> Iterator[Task]:
    yield recorded("system_accounts.cron-list", "crontab -l",
                   [f"{_SHOW} [my|the] cron jobs", f"{_SHOW} [my|the] crontab"],
                   "Lists the planned jobs of the user", ["[which|what] cron jobs do I have?"])  # fmt: skip
    yield recorded("system_accounts.cron-edit", "crontab -e", ["edit [my|the] [crontab|cron jobs]"],
                   "Opens the planned jobs in the editor")  # fmt: skip
    yield recorded("system_accounts.cron-remove", "crontab -r",
                   ["[delete|remove] [all my cron jobs|my whole crontab]"],
                   "Deletes all planned jobs of the user")  # fmt: skip
    yield recorded("system_accounts.cron-load", "crontab {txt}",
                   ["[replace my crontab by|load my cron jobs from] {txt}"],
                   "Replaces the planned jobs by those in {txt}")  # fmt: skip
    yield recorded("system_accounts.cron-save", "crontab -l > {txt}",
                   ["[save|back up|write] my [crontab|cron jobs] [to|in] {txt}"],
                   "Saves the planned jobs in {txt}", calls=["crontab -l"],
                   after="rm {txt}")  # fmt: skip
    yield recorded("system_accounts.cron-user", "sudo crontab -u {user} -l",
                   [f"{_SHOW} the [crontab|cron jobs] of {{user}}"],
                   "Lists the planned jobs of {user}")  # fmt: skip
    for name, when, said in (
        ("daily", "{minute} {hour} * * *", "every day at {hour}:{minute}"),
        ("minutes", "*/{step} * * * *", "every {step} minutes"),
        ("hourly", "{minute} * * * *", "every hour at minute {minute}"),
        ("monday", "{minute} {hour} * * 1", "every Monday at {hour}:{minute}"),
        ("friday", "{minute} {hour} * * 5", "every Friday at {hour}:{minute}"),
        ("sunday", "{minute} {hour} * * 0", "every Sunday at {hour}:{minute}"),
        ("weekdays", "{minute} {hour} * * 1-5", "on weekdays at {hour}:{minute}"),
        ("monthly", "{minute} {hour} 1 * *", "on the first of every month at {hour}:{minute}"),
        ("reboot", "@reboot", "at every reboot"),
        ("hours", "{minute} */{step} * * *", "every {step} hours at minute {minute}"),
    ):  # fmt: skip
        yield Task(
            name=f"system_accounts.cron-add-{name}",
            say=[f"run /usr/local/bin/{{script.raw}} {said} [with|using] cron",
                 f"add a cron job that runs /usr/local/bin/{{script.raw}} {said}",
                 f"schedule /usr/local/bin/{{script.raw}} {said}"],
            ask=[f"cron job {said} for /usr/local/bin/{{script.raw}}"],
            run=f'(crontab -l; echo "{when} /usr/local/bin/{{script}}") | crontab -',
            explain=[f"Adds a planned job: /usr/local/bin/{{script.raw}} {said}."],
            setup=nothing,
            expect=lambda world, s, when=when: Outcome(
                stdout=["0 1 * * * keep", f"{_when(when, s)} /usr/local/bin/{s.script}"]
            ),
            before='mkdir ../cron; PATH=$PWD/../cron:$PATH; echo "0 1 * * * keep" >../table\n'
            "printf '#!/bin/bash\\ncase $1 in -l) cat \"%s\" ;; -) cat >\"%s.new\" && "
            "mv \"%s.new\" \"%s\" ;; esac\\n' $PWD/../table $PWD/../table $PWD/../table "
            "$PWD/../table >../cron/crontab; chmod +x ../cron/crontab",
            after="cat ../table",
            slots=_TIMES,
        )  # fmt: skip
    for name, run, say, explained in (
        ("list", "atq", ["list the jobs planned with at"], "Lists the jobs planned with at"),
        ("remove", "atrm {count}", ["[remove|cancel] [the at job|at job number] {count}"],
         "Cancels job {count} planned with at"),
        ("file", "at -f {script} now + {n} minutes", ["run {script} in {n} minutes with at",
                                                      "plan {script} for {n} minutes from now"],
         "Runs the commands of {script} in {n} minutes"),
    ):  # fmt: skip
        yield recorded(f"system_accounts.at-{name}", run, say, explained)
    yield recorded(
        "system_accounts.at-hour", "echo ./{script} | at {hour}:00",
        ["run {script} [once|] at {hour}:00[ with at|]", "schedule {script} once for {hour}:00"],
        "Runs {script} once, at {hour}:00", calls=["at {hour}:00"], slots=_TIMES,
    )  # fmt: skip


def _when(when: str, s) -> str:
    """The time of a planned job as crontab has it."""
    for name in ("minute", "hour", "step"):
        if name in s:
            when = when.replace(f"{{{name}}}", str(s[name].data))
    return when


def _accounts() -> Iterator[Task]:
    for name, linux, macos, say, ask, explained in (
        ("add", "sudo useradd -m {user}", None,
         ["[add|create] [a user|the user|a new user|an account for|a user called] {user}[ with a "
          "home directory|]"], ["new user {user}"],
         "Adds the user {user} with a home directory"),
        ("add-shell", "sudo useradd -m -s /bin/{shell} {user}", None,
         ["[add|create] the user {user} with the [login|] shell {shell}"], [],
         "Adds the user {user} with a home directory and {shell} as login shell"),
        ("add-groups", "sudo useradd -m -G {group},{group2} {user}", None,
         ["[add|create] the user {user} in the groups {group} and {group2}"], [],
         "Adds the user {user}, who is also in the groups {group} and {group2}"),
        ("add-system", "sudo useradd -r {user}", None,
         ["[add|create] the system user {user}[ without a home|]"], [],
         "Adds {user} as a user of the system itself"),
        ("add-asking", "sudo adduser {user}", None,
         ["[add|create] the user {user} interactively", "adduser {user}"], [],
         "Adds the user {user}, asking for password and name"),
        ("delete", "sudo userdel {user}", None,
         ["[delete|remove] the [user|account] {user} [but keep the home directory|]"],
         ["delete user {user}"], "Deletes the user {user}"),
        ("delete-home", "sudo userdel -r {user}", None,
         ["[delete|remove] the [user|account] {user} [with|including|and] the home directory"],
         [], "Deletes the user {user} with the home directory"),
        ("group-join", "sudo usermod -aG {group} {user}",
         "sudo dseditgroup -o edit -a {user} -t user {group}",
         ["add [the user|] {user} to the group {group}", "put {user} into the group {group}"],
         ["{user} into group {group}"], "Adds the user {user} to the group {group}"),
        ("group-leave", "sudo gpasswd -d {user} {group}",
         "sudo dseditgroup -o edit -d {user} -t user {group}",
         ["remove [the user|] {user} from the group {group}"], [],
         "Removes the user {user} from the group {group}"),
        ("sudo", "sudo usermod -aG sudo {user}", "sudo dseditgroup -o edit -a {user} -t user admin",
         ["[let|allow] {user} [use|to use] sudo", "[give|grant] {user} [sudo|administrator] "
          "rights", "make {user} an administrator"], [],
         "Lets the user {user} use sudo"),
        ("rename", "sudo usermod -l {user2} {user}", None,
         ["rename the user {user} to {user2}"], [], "Renames the user {user} to {user2}"),
        ("shell", "sudo usermod -s /bin/{shell} {user}", None,
         ["change the [login|] shell of {user} to {shell}", "make {shell} the shell of {user}"],
         [], "Makes {shell} the login shell of {user}"),
        ("home", "sudo usermod -d /srv/{stem} -m {user}", None,
         ["move the home directory of {user} to /srv/{stem}"], [],
         "Moves the home directory of {user} to /srv/{stem}"),
        ("lock", "sudo usermod -L {user}", None, ["lock the [account|user] {user}",
                                                  "[disable|forbid] logging in as {user} with a "
                                                  "password"], [], "Locks the password of {user}"),
        ("unlock", "sudo usermod -U {user}", None, ["unlock the [account|user] {user}"], [],
         "Unlocks the password of {user}"),
        ("expire", "sudo chage -E {date} {user}", None,
         ["let the account of {user} expire on {date}"], [],
         "Lets the account of {user} expire on {date}"),
        ("age", "sudo chage -l {user}", None, [f"{_SHOW} when the password of {{user}} expires"],
         ["when does the password of {user} expire?"],
         "Shows when password and account of {user} expire"),
        ("age-maximum", "sudo chage -M {n} {user}", None,
         ["make {user} change the password every {n} days"], [],
         "Makes {user} change the password every {n} days"),
        ("force", "sudo passwd -e {user}", None,
         ["make {user} [choose|set] a new password at the next login"], [],
         "Makes {user} choose a new password at the next login"),
        ("group-add", "sudo groupadd {group}", "sudo dseditgroup -o create {group}",
         ["[add|create] [a group|the group|a group called] {group}"], ["new group {group}"],
         "Adds the group {group}"),
        ("group-delete", "sudo groupdel {group}", "sudo dseditgroup -o delete {group}",
         ["[delete|remove] the [user|] group {group}"], ["delete group {group}"],
         "Deletes the group {group}"),
        ("group-rename", "sudo groupmod -n {group2} {group}", None,
         ["rename the group {group} to {group2}"], [], "Renames the group {group} to {group2}"),
        ("members", "getent group {group}", "dscl . -read /Groups/{group} GroupMembership",
         [f"{_SHOW} the members of the group {{group}}"], ["who is in the group {group}?"],
         "Shows who is in the group {group}"),
        ("entry", "getent passwd {user}", "dscl . -read /Users/{user}",
         [f"{_SHOW} the account [data|entry|details] of {{user}}"], [],
         "Shows the account of {user}"),
        ("logins", "lastlog -u {user}", None, [f"{_SHOW} the last login of {{user}}"],
         ["when was the last login of {user}?"], "Shows when {user} last logged in"),
    ):  # fmt: skip
        run = {"linux": linux, "macos": macos} if macos else {"linux": linux}
        yield recorded(f"system_accounts.user-{name}", run, say, explained, ask, slots=_TIMES)
