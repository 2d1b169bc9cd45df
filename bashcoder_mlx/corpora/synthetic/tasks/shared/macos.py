"""Slots of what only macOS has: programs, labels of services, disks, pictures, documents."""

from bashcoder_mlx.corpora.synthetic.slots import Draw, Slot, Value, named, number, one_of

_AGENTS = (
    *("agent", "backup", "builder", "cleaner", "importer", "indexer", "mailer", "monitor"),
    *("reporter", "sync", "updater", "watcher"),
)
_NAMES = (
    *("agenda", "budget", "chapter", "contract", "cover", "draft", "essay", "invoice", "letter"),
    *("logo", "memo", "notes", "photo", "picture", "poster", "recipe", "report", "resume", "scan"),
    *("settings", "shot", "sketch", "song", "speech", "thesis"),
)
_WIDTHS = (100, 200, 256, 320, 480, 512, 640, 720, 800, 1000, 1024, 1200, 1600, 1920, 2048)
_HEIGHTS = (100, 150, 240, 300, 360, 400, 500, 600, 768, 900, 1080)

application = one_of(
    *("Activity Monitor", "Calendar", "Finder", "Firefox", "Google Chrome", "Keynote", "Mail"),
    *("Music", "Notes", "Numbers", "Pages", "Photos", "Preview", "Safari", "Slack", "Spotify"),
    *("System Settings", "Terminal", "TextEdit", "VLC", "Visual Studio Code", "Xcode", "Zoom"),
)
network_name = one_of("Wi-Fi", "Ethernet")


def label_name(draw: Draw, spaced: bool) -> Value:
    """A slot: the label of a service of launchd."""
    return named(f"{draw.pick(('com', 'org', 'net'))}.example.{draw.pick(_AGENTS)}")


def disk_name(draw: Draw, spaced: bool) -> Value:
    """A slot: a disk, such as disk4."""
    return named(f"disk{draw.between(2, 9)}")


def quarters(draw: Draw, spaced: bool) -> Value:
    """A slot: a size of the Dock or of an image, a multiple of four."""
    return number(draw.between(1, 40) * 4)


def width_of_picture(draw: Draw, spaced: bool) -> Value:
    """A slot: pixels."""
    return number(draw.pick(_WIDTHS))


def height_of_picture(draw: Draw, spaced: bool) -> Value:
    """A slot: pixels."""
    return number(draw.pick(_HEIGHTS))


def level_of_sound(draw: Draw, spaced: bool) -> Value:
    """A slot: a volume in percent."""
    return number(draw.between(1, 20) * 5)


def few_hours(draw: Draw, spaced: bool) -> Value:
    """A slot: hours."""
    return number(draw.between(2, 12))


def _file(ending: str) -> Slot:
    return lambda draw, spaced: named(f"{draw.pick(_NAMES)}{draw.between(1, 99)}.{ending}")


rtf_file, word_file, plist_file = _file("rtf"), _file("docx"), _file("plist")
png_file, heic_file, song_file = _file("png"), _file("heic"), _file("m4a")
