"""A stand-in for the Hub on loopback: its HTTP API as the real client asks it, and its faults.

`Hub` serves data sets from memory and counts what it sends. A test breaks a repository through its
`faults`, one word per request for a data file: "503", "cut" (the connection closes in the middle of
the body), "stall" (no answer until `Hub.release`); when they are used up, files are served again.
"""

import gzip
import hashlib
import io
import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

import pyarrow as pa
import pyarrow.parquet as pq

FOR_EVER = 1_000_000


def parquet(rows: list[dict], group: int | None = None) -> bytes:
    """A parquet file of `rows`, `group` of them in each row group."""
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), buffer, row_group_size=group or len(rows))
    return buffer.getvalue()


def json_lines_gz(rows: list[dict]) -> bytes:
    """A .jsonl.gz file of `rows`."""
    return gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode())


@dataclass
class Repository:
    """One data set: its files by path, and how it answers."""

    files: dict[str, bytes]
    gated: int = 0
    """401 (nobody is logged in) or 403 (the terms are not accepted); 0 for an open one."""
    faults: list[str] = field(default_factory=list)
    broken: bool = False
    """Whether every request is answered by 503."""
    sent: int = 0
    """Bytes of data files sent."""
    asked: list[str] = field(default_factory=list)
    """Paths of data files, in the order in which they were asked for."""

    @property
    def commit(self) -> str:
        """The commit hash of the content, 40 hex digits."""
        digest = hashlib.sha1()
        for path, content in sorted(self.files.items()):
            digest.update(path.encode() + content)
        return digest.hexdigest()


class Hub:
    """The server; `url` is what HF_ENDPOINT must say."""

    def __init__(self):
        self.repositories: dict[str, Repository] = {}
        self.released = threading.Event()
        self.stalled = threading.Event()
        handler = type("Handler", (_Handler,), {"hub": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def add(self, name: str, files: dict[str, bytes], **answers) -> Repository:
        """Publishes a data set."""
        self.repositories[name] = Repository(files, **answers)
        return self.repositories[name]

    def release(self) -> None:
        """Lets stalled requests go."""
        self.released.set()

    def close(self) -> None:
        """Ends the server."""
        self.release()
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: Hub

    def log_message(self, *arguments) -> None:
        """Says nothing: the output belongs to the tests."""

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._answer()

    def _answer(self) -> None:
        parts = [unquote(part) for part in urlsplit(self.path).path.strip("/").split("/")]
        api = parts[:2] == ["api", "datasets"]
        words = parts[2:] if api else parts[1:]
        name, words = "/".join(words[:2]), words[2:]
        repository = self.hub.repositories.get(name)
        if repository is None:
            self._error(404, "RepoNotFound", "Repository not found")
        elif repository.broken:
            self._error(503)
        elif repository.gated and not (api and not words):
            self._error(repository.gated, "GatedRepo", "Access to this dataset is restricted")
        elif api:
            self._api(name, repository, words)
        else:
            self._file(repository, words[1], "/".join(words[2:]))

    def _known(self, repository: Repository, revision: str) -> bool:
        known = ("main", "refs/convert/parquet", repository.commit)
        if revision not in known:
            self._error(404, "RevisionNotFound", "Invalid rev id")
        return revision in known

    def _api(self, name: str, repository: Repository, words: list[str]) -> None:
        if not words or words[0] == "revision":
            if words and not self._known(repository, words[1]):
                return
            siblings = [{"rfilename": path} for path in repository.files]
            info = {"id": name, "sha": repository.commit, "siblings": siblings, "tags": []}
            self._json(info | {"private": False, "gated": False, "disabled": False})
        elif words[0] == "tree" and self._known(repository, words[1]):
            self._json(_tree(repository, "/".join(words[2:])))
        elif words[0] == "paths-info":
            self._json([])

    def _file(self, repository: Repository, revision: str, path: str) -> None:
        if not self._known(repository, revision):
            return
        if path not in repository.files:
            headers = {"X-Repo-Commit": repository.commit}
            self._error(404, "EntryNotFound", "Entry not found", headers)
            return
        if self.command == "GET" and path != "README.md":
            repository.asked.append(path)
            fault = repository.faults.pop(0) if repository.faults else ""
            if fault == "503":
                self._error(503)
                return
            if fault == "stall":
                self.hub.stalled.set()
                self.hub.released.wait()
            self._content(repository, path, cut=fault == "cut")
        else:
            self._content(repository, path)

    def _content(self, repository: Repository, path: str, cut: bool = False) -> None:
        content = repository.files[path]
        start, end = _range(self.headers.get("Range"), len(content))
        body = content[start:end]
        headers = {
            "ETag": f'"{hashlib.sha1(content).hexdigest()}"',
            "X-Repo-Commit": repository.commit,
            "Accept-Ranges": "bytes",
            "Content-Range": f"bytes {start}-{end - 1}/{len(content)}",
        }
        partial = self.headers.get("Range") is not None
        self._send(206 if partial else 200, body[: len(body) // 2] if cut else body, headers, len(body))
        if self.command == "GET" and path != "README.md":
            repository.sent += len(body)
        if cut:
            self.close_connection = True

    def _json(self, value) -> None:
        body = json.dumps(value).encode()
        self._send(200, body, {"Content-Type": "application/json"}, len(body))

    def _error(self, status: int, code: str = "", message: str = "", headers=None) -> None:
        named = {"X-Error-Code": code, "X-Error-Message": message} if code else {}
        self._send(status, b"", named | (headers or {}), 0)

    def _send(self, status: int, body: bytes, headers: dict, length: int) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(length))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
            self.wfile.flush()


def _range(header: str | None, size: int) -> tuple[int, int]:
    if not header:
        return 0, size
    start, _, end = header.removeprefix("bytes=").partition("-")
    return int(start), min(size, int(end) + 1) if end else size


def _tree(repository: Repository, folder: str) -> list[dict]:
    """Everything below `folder`: to list more than was asked for does no harm."""
    prefix = f"{folder}/" if folder else ""
    entries = {}
    for path, content in repository.files.items():
        if not path.startswith(prefix):
            continue
        parents = path.split("/")[:-1]
        for depth in range(1, len(parents) + 1):
            parent = "/".join(parents[:depth])
            if parent.startswith(prefix) and parent != folder:
                entries[parent] = {"type": "directory", "path": parent, "size": 0, "oid": "0" * 40}
        oid = hashlib.sha1(content).hexdigest()
        entries[path] = {"type": "file", "path": path, "size": len(content), "oid": oid}
    return list(entries.values())
