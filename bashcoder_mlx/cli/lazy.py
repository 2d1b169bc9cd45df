"""A group of commands that are imported when used, so that `--help` loads nothing heavy."""

import importlib

import click


class LazyGroup(click.Group):
    """Commands by name and one-line summary; each is `command` in the module PACKAGE.NAME."""

    def __init__(self, *args, package: str, summaries: dict[str, str], **kwargs):
        super().__init__(*args, **kwargs)
        self.package, self.summaries = package, summaries

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the summaries."""
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None for any other word."""
        if cmd_name not in self.summaries:
            return None
        return importlib.import_module(f"{self.package}.{cmd_name}").command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands for `--help` without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))
