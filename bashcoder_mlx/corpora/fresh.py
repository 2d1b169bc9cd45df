"""New values for old ones of a pair: of the same type and shape, and related as the old ones were.

What is part of several values changes alike in all: `notes.txt` and `/srv/notes.log` keep one
stem, `a.jpg` and `*.jpg` one extension, and numbers keep their order. What has a meaning of its
own stays: `/etc/passwd`, `.git`, 0 and 1, 1024, an extension of a type that the request names.
"""

import re
from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, stem, words

# Extensions that may stand for each other: a command does to one what it does to the others.
_TYPES = (
    "txt log csv tsv md json xml yaml yml conf ini cfg toml html css js ts py java c cpp h rb go "
    "rs php sql tex lua swift kt scala bak tmp old orig swp dat",
    "jpg jpeg png gif bmp tiff webp",
    "mp3 wav flac ogg m4a",
    "mp4 mkv avi mov webm flv wmv mpg",
    "pdf docx doc odt epub",
)
_ALIKE = {extension: group for group in map(str.split, _TYPES) for extension in group}
_KNOWN = {*_ALIKE, *words("ext"), "sh", "tar", "tgz", "bz2", "7z", "rar", "jar", "class"}
_ROOTS = {
    *("~", ".", "..", "", "home", "usr", "var", "tmp", "opt", "srv", "mnt", "media", "users"),
    *("local", "share", "lib", "bin", "log", "www", "root", "boot", "applications", "library"),
}
_SYSTEM = re.compile(r"/(etc|dev|proc|sys|bin|sbin|lib|boot|run|usr/s?bin|usr/lib)(/|$)")
_LEFT_ALONE = {
    *("package.json", "authorized_keys", "a.out", "id_rsa", "known_hosts", "index.html"),
    *("x86_64", "amd64", "i386", "i686", "en_us", "utf8", "utf-8", "utf_8", "utf-16", "iso-8859-1"),
    *("md5", "sha1", "sha256", "sha512", "ed25519", "base64", "base32", "crc32", "ipv4", "ipv6"),
    *("ext2", "ext3", "ext4", "nfs3", "nfs4", "python2", "python3", "mp3", "mp4", "h264", "h265"),
}
_DEVICE = re.compile(
    r"(eth|wlan|enp?|tun|br|lo|ppp|tty[a-zA-Z]*|[shv]d[a-z]|nvme\w*)\d+", re.IGNORECASE
)
_UNITS = {60, 64, 128, 256, 365, 512, 1000, 1024, 2048, 3600, 4096, 65536, 86400}
_RUN = re.compile(r"[A-Za-z]{3,}[A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*")
_NAME = re.compile(r"[A-Za-z][\w-]*")


class Fresh:
    """The new values of one pair."""

    def __init__(self, draw: Draw, request: str = ""):
        """
        Args:
            draw: gives the values.
            request: the English around the old values.
        """
        self._draw, self._said = draw, set(re.findall(r"\w+", request.lower()))
        self._new: dict[str, str] = {}

    def value(self, text: str, kind: str) -> str | None:
        """What to put in the place of a value that is no number; None to leave it."""
        make = getattr(self, f"_{kind}", None)
        if make is None or text.lower() in _LEFT_ALONE:
            return None
        made = make(text)
        return made if made != text else None

    def numbers(self, texts: Sequence[str]) -> dict[str, str]:
        """New numbers, in the order of the old; none for any where one has to stay."""
        old = sorted({int(text) for text in texts if text.isdigit() and text == str(int(text))})
        if len(old) != len(set(texts)) or any(n < 2 or n in _UNITS for n in old):
            return {}
        # As many digits as the old ones have, so that what has a size keeps it.
        for _ in range(20):
            new = [self._digits(number) for number in old]
            if sorted(set(new)) == new and not set(new) & set(old):
                return dict(zip(map(str, old), map(str, new), strict=True))
        return {}

    def _digits(self, number: int) -> int:
        if 1950 <= number <= 2030:
            return self._draw.between(2005, 2027)
        low = 10 ** (len(str(number)) - 1)
        made = self._draw.between(max(low, 2), 10 * low - 1)
        return made // (low // 10) * (low // 10) if low > 10 and number % low == 0 else made

    def _part(self, text: str, make) -> str:
        if text not in self._new:
            self._new[text] = make(self._draw)
        return self._new[text]

    def _stem(self, text: str) -> str:
        return self._part(text, _shaped(text)) if _NAME.fullmatch(text) else text

    def _suffix(self, text: str) -> str:
        """A new extension where the old has others like it, and the request names no type."""
        old = text.lower()
        if old not in _ALIKE or text != old or not self._said.isdisjoint(_type_names(old)):
            return text
        return self._part(f".{text}", lambda draw: draw.pick(_ALIKE[old]))

    def _extension(self, text: str) -> str:
        head, _, last = text.rpartition(".")
        return f"{head}.{self._suffix(last)}" if head == "" else text

    def _file(self, text: str) -> str:
        base, *endings = text.split(".")
        if not base or not endings or any(e.lower() not in _KNOWN for e in endings):
            return text
        # An extension changes with those of patterns, not by itself.
        endings = [self._new.get(f".{ending}", ending) for ending in endings]
        return ".".join([self._stem(base), *endings])

    def _name(self, text: str) -> str:
        # HDMI1 and HOME_DIR have a meaning; so may what is short.
        kept = len(text) < 3 or text.isupper() or _DEVICE.fullmatch(text)
        return text if kept else self._stem(text)

    def _word(self, text: str) -> str:
        if len(text) < 3 or not _NAME.fullmatch(text):
            return text
        is_type = text in _KNOWN and text not in ("old", "log", "go", "bin", "key")
        return text if is_type else self._part(text, _word_like(text))

    def _text(self, text: str) -> str:
        found = re.fullmatch(r"[A-Za-z]+( [A-Za-z]+)+[.!?]?", text)
        return self._part(text, lambda draw: _drawn("phrase", draw)) if found else text

    def _glob(self, text: str) -> str:
        if re.search(r"[^\w.*?/~-]", text):
            return text
        folder, slash, last = text.rpartition("/")
        head, dot, ending = last.rpartition(".")
        if dot and ending.isalnum():
            last = f"{_RUN.sub(self._run, head)}.{self._suffix(ending)}"
        else:
            last = _RUN.sub(self._run, last)
        return (self._path(folder) if folder else "") + slash + last

    def _run(self, match: re.Match) -> str:
        if match[0] in _KNOWN:
            return match[0]
        return self._part(match[0], _word_like(match[0]))

    def _path(self, text: str) -> str:
        if _SYSTEM.match(text) or re.search(r"[^\w./~ -]", text):
            return text
        parts = text.split("/")
        return "/".join(
            p if len(p) < 2 or p.lower() in _ROOTS else self._component(p) for p in parts
        )

    def _component(self, part: str) -> str:
        return self._file(part) if "." in part else self._stem(part)

    def _url(self, text: str) -> str:
        found = re.fullmatch(r"(https?|ftp)://[\w.-]+(?P<path>(/[\w.-]+)*)(?P<end>/?)", text)
        if not found:
            return text
        folders = [self._component(part) for part in found["path"].split("/")[1:]]
        host = self._part("host of " + text, lambda draw: _drawn("domain", draw))
        return "/".join([f"{found[1]}://{host}", *folders]) + found["end"]

    def _email(self, text: str) -> str:
        return self._part(text, lambda draw: _drawn("email", draw))

    def _address(self, text: str) -> str:
        kept = text.startswith(("127.", "0.", "255.")) or text.endswith(".0")
        return text if kept else self._part(text, lambda draw: _drawn("ip", draw))

    def _host(self, text: str) -> str:
        return self._part(text, lambda draw: _drawn("domain", draw))

    def _date(self, text: str) -> str:
        return self._part(text, lambda draw: _drawn("date", draw))

    def _mode(self, text: str) -> str:
        made = self._part(text, lambda draw: _drawn("mode", draw))
        return text[:-3] + made

    def _user(self, text: str) -> str:
        return self._part(text, lambda draw: _drawn("user", draw))

    def _group(self, text: str) -> str:
        return self._part(text, lambda draw: _drawn("group", draw))


def _drawn(slot: str, draw: Draw) -> str:
    return str(SLOTS[slot](draw, False).data)


def _type_names(extension: str) -> set[str]:
    """Words that name the type of a file, of which its extension is then one."""
    names = {
        name.lower()
        for name, ext in (kind.split(":") for kind in words("kind"))
        if ext == extension
    }
    return names | {extension, "image", "images", "video", "videos", "audio", "picture", "pictures"}


def _shaped(text: str):
    """Draws a name in the letters of another: upper case, or one with a digit as `dir1`."""
    if text.isupper():
        return lambda draw: stem(draw).upper().replace("-", "_")
    numbered = re.fullmatch(r"[A-Za-z]+(\d)", text)
    if numbered:
        return lambda draw: f"{draw.pick(words('noun'))}{numbered[1]}"
    return stem


def _word_like(text: str):
    """Draws a word that begins with a capital, or is upper case, as another is."""

    def make(draw: Draw) -> str:
        word = draw.pick(words("word"))
        return word.upper() if text.isupper() else word.capitalize() if text[0].isupper() else word

    return make
