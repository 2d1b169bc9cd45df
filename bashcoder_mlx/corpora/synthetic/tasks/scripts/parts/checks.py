"""Bash that checks what a script needs."""


def missing(kind: str, where: str, shown: str) -> tuple[str, ...]:
    """Lines that end with a message unless a file or folder is there."""
    test, called = ("-f", "file") if kind == "file" else ("-d", "folder")
    return (
        f"if [[ ! {test} {where} ]]; then",
        f'  echo "No such {called}: {shown}" >&2',
        "  exit 1",
        "fi",
    )
