"""Folders to work on: in the working directory, in the home, or given by an absolute path."""

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, named

_ABSOLUTE = (
    "/var/log",
    "/etc",
    "/var/www",
    "/srv/data",
    "/opt/app",
    "/home/alice",
    "/var/lib",
    "/srv/www",
    "/var/www/html",
    "/var/cache",
    "/data",
    "/backup",
    "/home/bob/projects",
    "/etc/nginx",
    "/usr/local/share",
    "/mnt/storage",
    "/media/usb",
    "/var/spool",
    "/opt/tools",
    "/srv/backups",
)
_HOME = ("Documents", "Downloads", "Desktop", "Pictures", "Music", "projects", "Videos", "code")


def any_folder(draw: Draw, spaced: bool) -> Value:
    """A folder; `{dir.top}` is where it lies in a tree that stands for the root."""
    value = _folder(draw, spaced)
    top = str(value.data).lstrip("/").replace("~", "home")
    return value._replace(forms={**value.forms, "top": top})


def rooted(draw: Draw, spaced: bool) -> Value:
    """A folder that is not given by the home."""
    value = any_folder(draw, spaced)
    return SLOTS["dir"](draw, spaced) if str(value.data).startswith("~") else value


def _folder(draw: Draw, spaced: bool) -> Value:
    kind = draw.random()
    if kind < 0.1:
        raw = draw.pick(_ABSOLUTE)
        return named(raw, (raw, raw, raw, f"the {raw} directory", f"the folder {raw}"))
    if kind < 0.17:
        name = draw.pick(_HOME)
        return named(f"~/{name}", (f"~/{name}", f"~/{name}", f"my {name} folder"))
    if kind < 0.2:
        return named("~", ("my home folder", "my home directory", "~"))
    return SLOTS["dir"](draw, spaced)
