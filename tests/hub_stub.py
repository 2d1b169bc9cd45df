"""A stand-in for the Hub on loopback: its HTTP API as the real client asks it, and its faults.

`Hub` serves data sets from memory and counts what it sends. A test breaks a repository through its
`faults`, one word per request for a data file: "503", or "cut" (the connection closes in the middle
of the body); when they are used up, files are served again.

The client reads HF_ENDPOINT and HF_HOME when it is imported, which other tests may have done: so it
runs in a process of its own (`Client`), where its waits between tries are left out too.
"""

import gzip
import hashlib
import io
import json
import os
import resource
import threading
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from pathlib import Path
from types import SimpleNamespace
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
    stalls_at: str = ""
    """A file that is not served until `Hub.release`."""
    broken: bool = False
    """Whether every request is answered by 503."""
    sent: int = 0
    """Bytes of data files sent."""
    asked: list[str] = field(default_factory=list)
    """Paths of data files, in the order in which they were asked for."""
    versions: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """The files of each commit."""

    def __post_init__(self) -> None:
        self.publish(self.files)

    def publish(self, files: dict[str, bytes]) -> None:
        """Makes `files` the content of the main branch; earlier commits stay."""
        digest = hashlib.sha1()
        for path, content in sorted(files.items()):
            digest.update(path.encode() + content)
        self.commit, self.files = digest.hexdigest(), files
        self.versions[self.commit] = files

    def at(self, revision: str) -> dict[str, bytes] | None:
        """The files of a branch or commit; None where there is no such."""
        branches = {name: self.commit for name in ("main", "refs/convert/parquet")}
        return self.versions.get(branches.get(revision, revision))

    def commit_of(self, files: dict[str, bytes]) -> str:
        """The commit that `files`, from `at`, belong to."""
        return next(commit for commit, version in self.versions.items() if version is files)


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
        elif repository.gated and not (api and words[:1] in ([], ["revision"])):
            # Everyone may see what a gated data set is called; not its files, nor `auth-check`.
            self._error(repository.gated, "GatedRepo", "Access to this dataset is restricted")
        elif api:
            self._api(name, repository, words)
        else:
            self._file(repository, words[1], "/".join(words[2:]))

    def _known(self, repository: Repository, revision: str) -> bool:
        known = repository.at(revision) is not None
        if not known:
            self._error(404, "RevisionNotFound", "Invalid rev id")
        return known

    def _api(self, name: str, repository: Repository, words: list[str]) -> None:
        if not words or words[0] == "revision":
            if words and not self._known(repository, words[1]):
                return
            files = repository.at(words[1] if words else "main")
            siblings = [{"rfilename": path} for path in files]
            info = {"id": name, "sha": repository.commit_of(files), "siblings": siblings}
            gated = "auto" if repository.gated else False
            self._json(info | {"tags": [], "private": False, "gated": gated, "disabled": False})
        elif words[0] == "tree" and self._known(repository, words[1]):
            self._json(_tree(repository.at(words[1]), "/".join(words[2:])))
        else:  # paths-info, auth-check
            self._json([])

    def _file(self, repository: Repository, revision: str, path: str) -> None:
        if not self._known(repository, revision):
            return
        files = repository.at(revision)
        headers = {"X-Repo-Commit": repository.commit_of(files)}
        if path not in files:
            self._error(404, "EntryNotFound", "Entry not found", headers)
            return
        if self.command == "GET" and path != "README.md":
            repository.asked.append(path)
            fault = repository.faults.pop(0) if repository.faults else ""
            if fault == "503":
                self._error(503)
                return
            if path == repository.stalls_at:
                self.hub.stalled.set()
                self.hub.released.wait()
            repository.sent += self._content(files[path], headers, cut=fault == "cut")
        else:
            self._content(files[path], headers)

    def _content(self, content: bytes, headers: dict[str, str], cut: bool = False) -> int:
        """Sends a file, or the range asked for; the number of bytes."""
        start, end = _range(self.headers.get("Range"), len(content))
        body = content[start:end]
        headers = headers | {
            "ETag": f'"{hashlib.sha1(content).hexdigest()}"',
            "Accept-Ranges": "bytes",
            "Content-Range": f"bytes {start}-{end - 1}/{len(content)}",
        }
        status = 206 if self.headers.get("Range") else 200
        sent = body[: len(body) // 2] if cut else body
        self._send(status, sent, headers, len(body))
        self.close_connection = self.close_connection or cut
        return len(sent)

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


def _tree(files: dict[str, bytes], folder: str) -> list[dict]:
    """Everything below `folder`: to list more than was asked for does no harm."""
    prefix = f"{folder}/" if folder else ""
    entries = {}
    for path, content in files.items():
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


@dataclass(frozen=True)
class Outcome:
    """What a call of `get` came to."""

    entry: object = None
    """Of data.lock; None after an error."""
    error: str = ""
    kind: str = ""
    """The name of the error's class."""
    exit_code: int = 0
    notes: tuple[str, ...] = ()


class Client:
    """The real client libraries in one process, pointed at a `Hub`."""

    def __init__(self, hub: Hub, home: Path):
        self.environment = {"HF_ENDPOINT": hub.url, "HF_HOME": str(home)}
        self._pool = ProcessPoolExecutor(
            1, get_context("spawn"), initializer=_set_up, initargs=(self.environment,)
        )

    def get(self, corpus, folder: Path, limits=None, **options) -> Outcome:
        """`corpora.hub.get`, three tries each time, in small blocks."""
        return self._pool.submit(_get, corpus, folder, limits, options).result()

    def command(self, *args: str) -> tuple[int, str, str]:
        """The exit code, stdout and stderr of `bashcoder ARGS`."""
        return self._pool.submit(_command, args).result()

    def prepare(self, *args: str) -> None:
        """`datasets.load_dataset`: what a person did earlier, so that it is cached."""
        self._pool.submit(_prepare, args).result()

    def close(self) -> None:
        """Ends the process."""
        self._pool.shutdown()


def _set_up(environment: dict[str, str]) -> None:
    os.environ.update(environment)
    import huggingface_hub.utils._http as http

    http.time = SimpleNamespace(sleep=lambda seconds: None)


def _get(corpus, folder: Path, limits, options: dict) -> Outcome:
    from bashcoder_mlx.corpora import hub
    from bashcoder_mlx.errors import BashcoderError

    notes: list[str] = []
    largest = options.pop("largest_file", resource.RLIM_INFINITY)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    default = {"patience": hub.Patience(retries=3, first=0), "block_bytes": 1000}
    try:
        fetched = hub.get(
            corpus, folder, limits or hub.Limits(), note=notes.append, **(default | options)
        )
        return Outcome(fetched.entry, notes=tuple(notes))
    except BashcoderError as error:
        kind = type(error).__name__
        return Outcome(None, str(error), kind, error.exit_code, tuple(notes))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _command(args: tuple[str, ...]) -> tuple[int, str, str]:
    from bashcoder_mlx import cli

    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        try:
            cli.run(cli.group, args)
        except SystemExit as stop:
            return stop.code, out.getvalue(), err.getvalue()


def _prepare(args: tuple[str, ...]) -> None:
    import datasets

    datasets.load_dataset(*args)
