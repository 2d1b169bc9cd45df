"""Secrets and personal data in scripts, replaced by fixed words that keep the script a script.

Every placeholder is made of letters, digits and the characters of what it replaces, so that quoting
and syntax stay as they were, and the same value gives the same placeholder in a prompt and in its
answer. Addresses become those reserved for documentation (RFC 2606, RFC 5737, RFC 3849).

Tokens are known by the prefixes that their issuers publish for this purpose. detect-secrets was
tried and left: its detectors name a line, not a place to replace; half are for one vendor's clouds
and cost 0.6 s per MB; and the tokens of GitHub's fine-grained kind, Google, Hugging Face and
Anthropic are not among them.

Not covered: telephone numbers, names and postal addresses, for which no pattern is precise in
scripts; secrets without prefix outside an assignment, an option or a URL.
"""

import ipaddress
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from bashcoder_mlx.corpora.documents import Document

TOKEN, PASSWORD, KEY_BODY = "MASKED_TOKEN", "MASKED_PASSWORD", "MASKED_PRIVATE_KEY"
EMAIL, IPV4, IPV6 = "user@example.com", "192.0.2.1", "2001:db8::1"

# What a text must contain (cheap to see), and the token. Ends that are no word character keep
# longer words, such as hashes and names, whole.
_TOKENS = [
    ("gh", r"\bgh[pousr]_[A-Za-z0-9]{36,255}"),
    ("github_pat_", r"\bgithub_pat_[A-Za-z0-9_]{36,255}"),
    ("gl", r"\bgl(?:pat|dt|ft|soat|rt|cbt|ptt|agent|oas)-[A-Za-z0-9_-]{20,}"),
    ("IA", r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    ("AIza", r"\bAIza[0-9A-Za-z_-]{35}"),
    ("GOCSPX-", r"\bGOCSPX-[0-9A-Za-z_-]{28}"),
    ("xox", r"\bxox[abeoprs]-[0-9A-Za-z-]{10,}"),
    ("hooks.slack.com/", r"(?<=hooks\.slack\.com/services/)T\w+/B\w+/\w+"),
    ("/api/webhooks/", r"(?<=/api/webhooks/)\d{15,}/[\w-]{40,}"),
    ("k_live_", r"\b[rs]k_live_[0-9a-zA-Z]{20,}"),
    ("sk-", r"\bsk-(?:ant-|proj-|svcacct-)?[A-Za-z0-9_-]{32,}"),
    ("hf_", r"\bhf_[A-Za-z0-9]{30,}"),
    ("npm_", r"\bnpm_[A-Za-z0-9]{36}"),
    ("pypi-", r"\bpypi-AgE[A-Za-z0-9_-]{50,}"),
    ("SG.", r"\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
    ("dop_v1_", r"\bdop_v1_[0-9a-f]{64}"),
    ("eyJ", r"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*"),
    ("AccountKey=", r"(?<=AccountKey=)[A-Za-z0-9+/]{86}=="),
    (":AA", r"\b\d{8,10}:AA[0-9A-Za-z_-]{33}\b"),
]
_TOKENS = [(sign, re.compile(pattern)) for sign, pattern in _TOKENS]

_PRIVATE_KEY = re.compile(
    r"(-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----)(.*?)(?=-----END )", re.DOTALL
)
# A variable ($x, `x`, <x>) is not a password.
_URL_PASSWORD = re.compile(r"(://[^\s:/@'\"$]+:)([^\s:/@'\"$`<>{}()\\]+)(?=@[\w\[])")
_VALUE = r"([A-Za-z0-9+_~!@#%^*.,=-][A-Za-z0-9+/_~!@#%^*.,=-]{5,})(?![\w$`(/{])"
_ASSIGNED = re.compile(rf"([=:][ \t]*[\"']?){_VALUE}")
_SECRET_NAME = re.compile(
    r"(?i)(?:(pass(?:word|wd|phrase))|secret|token|api_?key|access_?key|private_?key)$"
)
_OPTION = re.compile(rf"(--(?i:(pass(?:word|wd))|token|secret|api-?key) [\"']?){_VALUE}")
_EMAIL = re.compile(r"(?<![\w.@%+/$:-])[\w.%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![\w@])")
_EXEMPT_EMAIL = re.compile(
    r"(?i)^git@|\bexample\.(?:com|org|net|edu)$|\.(?:example|test|invalid|local|localhost)$"
    r"|@users\.noreply\.|\.(?:conf|so|sh|service|socket|timer|target|mount|slice|path|device)$"
)
_IPV4 = re.compile(r"(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w.-]|\.\d)")
_IPV6 = re.compile(r"(?<![\w:.])[23][0-9a-fA-F]{3}:[0-9a-fA-F:]{2,35}(?![\w:.])")
# Without look-around, and begun by a rare character, these tell ten times faster where to look.
_MAY_HOLD_EMAIL = re.compile(r"@[A-Za-z0-9-]+\.")
_MAY_HOLD_IPV4 = re.compile(r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d")
_MAY_HOLD_IPV6 = re.compile(r"[23][0-9a-fA-F]{3}:[0-9a-fA-F:]{2}")
# Public resolvers are in manuals everywhere and belong to nobody in person.
_RESOLVERS = (
    *("1.1.1.1", "1.0.0.1", "2606:4700:4700::1111", "2606:4700:4700::1001"),
    *("8.8.8.8", "8.8.4.4", "2001:4860:4860::8888", "2001:4860:4860::8844"),
    *("9.9.9.9", "2620:fe::fe", "2620:fe::9"),
)
_DUMMY = re.compile(
    r"(?i)example|changeme|password|secret|your|dummy|placeholder|masked|^pass$|^x+$|^\*+$"
)


def mask_document(document: Document) -> tuple[Document, Counter]:
    """The document with every part masked, and how many places of each kind were.

    A template is left out, as it would repeat what is masked.

    Returns:
        The same object where nothing was found.
    """
    counts: Counter = Counter()
    masked = tuple(mask(part, counts) for part in document.parts)
    if not counts:
        return document, counts
    names = ("prompt", "completion") if document.is_pair else ("text",)
    parts = dict(zip(names, masked, strict=True))
    return replace(document, **parts, template=None), counts


def mask(text: str, counts: Counter) -> str:
    """The text with placeholders; `counts` gains the number of places by kind."""
    if "PRIVATE KEY" in text:
        text = _replace(_PRIVATE_KEY, text, "private keys", _key_body, counts)
    for sign, pattern in _TOKENS:
        if sign in text:
            text = _replace(pattern, text, "tokens", lambda match: TOKEN, counts)
    if "://" in text:
        text = _replace(_URL_PASSWORD, text, "passwords", _password, counts)
    if _MAY_HOLD_EMAIL.search(text):
        text = _replace(_EMAIL, text, "e-mail addresses", _email, counts)
    text = _replace(_ASSIGNED, text, "passwords", _assigned, counts)
    if "--" in text:
        text = _replace(_OPTION, text, "passwords", _option, counts)
    if _MAY_HOLD_IPV4.search(text):
        text = _replace(_IPV4, text, "public IP addresses", _address(IPV4), counts)
    if _MAY_HOLD_IPV6.search(text):
        text = _replace(_IPV6, text, "public IP addresses", _address(IPV6), counts)
    return text


def _replace(
    pattern: re.Pattern, text: str, kind: str, new: Callable[[re.Match], str], counts: Counter
) -> str:
    def count(match: re.Match) -> str:
        replacement = new(match)
        if replacement != match.group():
            counts[kind] += 1
        return replacement

    return pattern.sub(count, text)


def _key_body(match: re.Match) -> str:
    """Keeps how the block was broken: by lines, by `\\n` inside a string, or not at all."""
    begin, body = match.groups()
    if "$" in body or len(body) < 64:  # filled in by the script, or only spoken of
        return match.group()
    end = next((mark for mark in ("\r\n", "\n", "\\n") if mark in body), "")
    return f"{begin}{end}{KEY_BODY}{end}"


def _password(match: re.Match) -> str:
    return match.group() if _DUMMY.search(match[2]) else f"{match[1]}{PASSWORD}"


def _assigned(match: re.Match) -> str:
    name = _SECRET_NAME.search(match.string, max(0, match.start() - 16), match.start())
    if name is None or not _is_secret(match[2], is_password=bool(name[1])):
        return match.group()
    return f"{match[1]}{PASSWORD}"


def _option(match: re.Match) -> str:
    if not _is_secret(match[3], is_password=bool(match[2])):
        return match.group()
    return f"{match[1]}{PASSWORD}"


def _is_secret(value: str, is_password: bool) -> bool:
    """Whether a named value is one: any word after a word for password, else one with a digit."""
    if _DUMMY.search(value) or value.startswith(("-", ".")):
        return False
    return any(character.isdigit() for character in value) or (is_password and "/" not in value)


def _email(match: re.Match) -> str:
    return match.group() if _EXEMPT_EMAIL.search(match.group()) else EMAIL


def _address(placeholder: str) -> Callable[[re.Match], str]:
    def choose(match: re.Match) -> str:
        try:
            address = ipaddress.ip_address(match.group())
        except ValueError:
            return match.group()
        is_public = address.is_global and not address.is_multicast
        keep = not is_public or match.group() in _RESOLVERS
        return match.group() if keep else placeholder

    return choose
