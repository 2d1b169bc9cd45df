"""Bash that reads options: a function with the usage, defaults, and a loop."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """A flag, or an option with a value, and the variable that it sets."""

    letter: str
    long: str
    variable: str
    default: str = "false"
    value: str = ""
    """What the usage message calls its value; none for a flag."""


def parser(options: Sequence[Option], operands: str, long: bool, wanted: str = "-eq 1") -> str:
    """Usage function, defaults, and the loop that reads the options."""
    shown = "".join(f" [{shown_option(option, long)}]" for option in options)
    code = f'usage() {{\n  echo "Usage: $0{shown} {operands}" >&2\n  exit 2\n}}\n\n'
    code += "".join(f"{option.variable}={option.default}\n" for option in options)
    code += _long_loop(options) if long else _short_loop(options)
    return f"{code}[[ $# {wanted} ]] || usage\n"


def shown_option(option: Option, long: bool) -> str:
    """An option as the usage message has it, with its value."""
    name = f"--{option.long}" if long else f"-{option.letter}"
    return f"{name} {option.value}" if option.value else name


def _short_loop(options: Sequence[Option]) -> str:
    letters = "".join(option.letter + (":" if option.value else "") for option in options)
    cases = "".join(
        f"    {option.letter}) {option.variable}={'$OPTARG' if option.value else 'true'} ;;\n"
        for option in options
    )
    loop = f'while getopts "{letters}" option; do\n  case $option in\n{cases}    *) usage ;;\n'
    return f"{loop}  esac\ndone\nshift $((OPTIND - 1))\n"


def _long_loop(options: Sequence[Option]) -> str:
    cases = "".join(
        f"    --{o.long})\n      {o.variable}=${{2:?}}\n      shift\n      ;;\n"
        if o.value
        else f"    --{o.long}) {o.variable}=true ;;\n"
        for o in options
    )
    loop = f"while [[ $# -gt 0 ]]; do\n  case $1 in\n{cases}    -*) usage ;;\n    *) break ;;\n"
    return f"{loop}  esac\n  shift\ndone\n"
