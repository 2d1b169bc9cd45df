"""The ranks of a run: processes that train one model together, each on its part of every batch.

`mlx.launch` starts them, on one machine or several, and MLX carries the arrays between them. Rank 0
alone writes the run folder, and what it holds is the truth: the others get weights, optimizer state
and tokenizer from it. Without `mlx.launch` there is one rank, and nothing here does anything.
"""

import json
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

import mlx.core as mx
import mlx.nn as nn
import numpy as np
from mlx.utils import tree_flatten, tree_unflatten

from bashcoder_mlx import terminal
from bashcoder_mlx.errors import BashcoderError, InputError


class LostRank(BashcoderError):
    """Another rank, or the connection to it, is gone."""


def connect() -> "Ranks":
    """This process among those that `mlx.launch` started; alone where it was not used.

    Raises:
        BashcoderError: the others cannot be reached.
    """
    if not _is_launched():
        return Ranks()
    try:
        return Ranks(mx.distributed.init(strict=True))
    except RuntimeError as error:
        raise BashcoderError(
            f"rank {os.environ['MLX_RANK']} on {socket.gethostname()} cannot connect to the "
            f"others: {error}; check the hosts, or try another --starting-port of mlx.launch"
        ) from error


def _is_launched() -> bool:
    hosts = os.environ.get("MLX_HOSTFILE")
    # `mlx.launch -n 1` writes an empty file, on which MLX fails.
    is_alone = hosts is not None and not Path(hosts).read_text().strip()
    return "MLX_RANK" in os.environ and not is_alone


class Ranks:
    """This process and those it trains with.

    All ranks call the methods in the same order; each but `part` and `folder` waits for the others.
    """

    def __init__(self, group: mx.distributed.Group | None = None):
        self._group, self._launcher = group, os.getppid()
        self.rank = group.rank() if group else 0
        self.size = group.size() if group else 1
        self.is_first = self.rank == 0
        self.seed = () if self.is_first else (self.rank,)
        """What to add to a seed, so that the ranks draw differently."""

    def part(self, rows: np.ndarray) -> np.ndarray:
        """This rank's of the rows of a batch, (B, ...) to (B / size, ...)."""
        return np.split(rows, self.size)[self.rank]

    def folder(self, run: Path) -> Path:
        """Where this rank may write: the run folder, or one in it that no other rank uses."""
        return run if self.is_first else run / f"rank-{self.rank}"

    def note(self, line: str) -> None:
        """Tells a person, on the first rank."""
        if self.is_first:
            terminal.note(line)

    def mean(self, tree):
        """The mean over the ranks of each array; the same bits on every rank."""
        return nn.average_gradients(tree, self._group) if self.size > 1 else tree

    def share(self, tree):
        """Rank 0's arrays; those of the others give the names, shapes and types only."""
        if self.size == 1:
            return tree
        arrays = dict(tree_flatten(tree))
        for name in sorted(arrays):  # one at a time: every rank must send and receive in one order
            own = arrays[name] if self.is_first else mx.zeros_like(arrays[name])
            mx.eval(own)
            arrays[name] = mx.distributed.all_sum(own, group=self._group)
            mx.eval(arrays[name])
        return tree_unflatten(list(arrays.items()))

    def gather(self, text: str) -> list[str]:
        """The text of every rank, in order."""
        if self.size == 1:
            return [text]
        data = np.frombuffer(text.encode(), np.uint8)
        length = self._largest(len(data))
        padded = mx.array(np.pad(data, (0, length - len(data) + 1)))  # JSON and names have no NUL
        rows = np.array(mx.distributed.all_gather(padded[None], group=self._group))
        return [row.tobytes().rstrip(b"\0").decode() for row in rows]

    def _largest(self, number: int) -> int:
        return mx.distributed.all_max(mx.array(number), group=self._group).item()

    def on_this_machine(self) -> int:
        """How many of the ranks run on this machine."""
        return self.gather(socket.gethostname()).count(socket.gethostname())

    def require_same(self, what: str, text: str, advice: str) -> None:
        """Raises `InputError` where `text` is not the same on every rank."""
        digest = blake2b(text.encode()).hexdigest()
        answers = [answer.split(" ", 1) for answer in self.gather(f"{digest} {_host()}")]
        for rank, (other, host) in enumerate(answers):
            if other != answers[0][0]:
                raise InputError(f"rank {rank} on {host} has {what} than rank 0: {advice}")

    def stop_signal(self, signals: list[int]) -> int:
        """The signal that asks the run to stop, whichever rank received one; 0 for none.

        Args:
            signals: from `guards.stop_signals`.
        """
        number = signals[0] if signals else 0
        if self.size == 1:
            return number
        if os.getppid() != self._launcher:  # it does not tell its processes that it was stopped
            number = number or signal.SIGTERM
        return self._largest(int(number))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Ends a block on all ranks, or fails on all where it failed on one.

        Nothing in the block may wait for other ranks.

        Raises:
            BashcoderError: the failure of the lowest rank that failed, with its exit code.
        """
        failure = None
        try:
            yield
        except (BashcoderError, OSError) as error:
            if self.size == 1:
                raise
            failure = error if isinstance(error, BashcoderError) else BashcoderError(str(error))
        if self.size > 1:
            self._fail_as_one(failure)

    def _fail_as_one(self, failure: BashcoderError | None) -> None:
        told = json.dumps([failure.exit_code, str(failure)]) if failure else ""
        host = json.dumps(_host())
        for rank, answer in enumerate(self.gather(f"[{host}, {told}]" if told else "")):
            if answer:
                where, (code, message) = json.loads(answer)
                shared = BashcoderError(f"rank {rank} on {where}: {message}" if rank else message)
                shared.exit_code = code
                raise shared from failure

    @contextmanager
    def one_voice(self, run: Path) -> Iterator[None]:
        """Lets rank 0 alone report a failure that all ranks share; the others exit with its code.

        Args:
            run: the run folder, to be named where a rank was lost.

        Raises:
            LostRank: another rank is gone; on every rank that is left.
        """
        try:
            yield
        except RuntimeError as error:
            if "connection to a peer was lost" not in str(error):
                raise
            _outlive_launcher()
            raise LostRank(
                f"rank {self.rank} on {_host()} lost the connection to another rank; what was "
                f"saved is safe: start the same command again with --resume to continue {run}"
            ) from error
        except BashcoderError as error:
            if self.size > 1:
                _outlive_launcher()
            if not self.is_first:
                raise SystemExit(error.exit_code) from error
            raise


def _outlive_launcher() -> None:
    """Lets this rank report how it ended: mlx.launch ends all when one exits with an error."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def _host() -> str:
    return socket.gethostname()
