"""What went wrong between us and the Hub, in a person's words, and whether to try again.

The libraries raise a dozen types for a handful of reasons, wrapped in one another; the whole chain
of causes is searched, and the most telling one decides.
"""

import errno
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bashcoder_mlx.corpora.registry import Corpus
from bashcoder_mlx.errors import BashcoderError, InputError

Result = TypeVar("Result")
# Roots of the modules whose exceptions mean a broken connection; which of them the libraries use
# depends on their version.
_HTTP_LIBRARIES = ("aiohttp", "httpcore", "httpcore2", "httpx", "httpx2", "requests", "urllib3")


class HubError(BashcoderError):
    """The Hub, or the way to it, failed; `transient` says whether another try may succeed."""

    def __init__(self, reason: str, advice: str, transient: bool = False):
        super().__init__(f"{reason}: {advice}")
        self.reason, self.transient = reason, transient


class HubRequestError(HubError, InputError):
    """The data set has no such revision, config or split (exit code 2)."""


@dataclass(frozen=True)
class Patience:
    """How often, and after how many seconds, a failed request is made again.

    The wait doubles from `first` up to `longest`, times a random factor from 0.5 to 1, so that many
    clients do not return at once; any progress starts the count anew.
    """

    retries: int = 6
    first: float = 2.0
    longest: float = 60.0

    def wait(self, failures: int) -> float:
        """Seconds before the next try, after `failures` in a row (from 1)."""
        return min(self.longest, self.first * 2 ** (failures - 1)) * random.uniform(0.5, 1)


def persevere(
    attempt: Callable[[], Result],
    patience: Patience,
    note: Callable[[str], None],
    progress: Callable[[], int] = lambda: 0,
) -> Result:
    """Calls `attempt` until it succeeds, fails for good, or has failed too often without progress.

    Args:
        attempt: what to do; it can be called again after a transient `HubError`.
        note: told, in one line, why and when it will be tried again.
        progress: a figure that grows when an attempt got further.

    Raises:
        HubError: the last one.
    """
    failures = 0
    while True:
        before = progress()
        try:
            return attempt()
        except HubError as error:
            failures = 1 if progress() > before else failures + 1
            if not error.transient or failures > patience.retries:
                raise
            seconds = patience.wait(failures)
            tries = f"{failures} of {patience.retries}"
            note(f"{error.reason}; trying again in {seconds:.0f} s ({tries})")
            time.sleep(seconds)


def explain(error: Exception, corpus: Corpus) -> HubError:
    """The error to show for one that a library raised."""
    chain = _chain(error)
    label = f"{corpus.name} ({corpus.hub_id})"
    for found in (_refusal(chain, corpus, label), _interruption(chain, label)):
        if found:
            return found
    if full := next((e for e in chain if getattr(e, "errno", None) == errno.ENOSPC), None):
        where = full.filename or "the Hub's cache"
        return HubError(f"{label}: the disk is full ({where})", "make room and run it again")
    reason = f"{label} cannot be read ({_name(error)})"
    # A ValueError is how `datasets` refuses a config or a split.
    kind = HubRequestError if isinstance(error, ValueError) else HubError
    return kind(reason, f"see {corpus.url}")


def not_cached(corpus: Corpus) -> HubError:
    """The error where nothing but the cache may be read, and it has no such data set."""
    label = f"{corpus.name} ({corpus.hub_id})"
    reason = f"{label} is not in this machine's cache, and the Hub may not be asked (offline)"
    return HubError(reason, "run it once without --offline and HF_HUB_OFFLINE")


def _refusal(chain: list, corpus: Corpus, label: str) -> HubError | None:
    """Answers of the Hub that stay the same however often it is asked."""
    from datasets.exceptions import DatasetNotFoundError
    from huggingface_hub import errors

    page = f"https://huggingface.co/datasets/{corpus.hub_id}"
    if _any(chain, errors.GatedRepoError):
        login = "log in with `hf auth login`, and run this again"
        return HubError(f"{label} is gated", f"accept its terms at {page}, {login}")
    if _any(chain, errors.RevisionNotFoundError):
        reason = f"{label} has no revision {corpus.revision!r}"
        return HubRequestError(reason, f"see {page}/tree/main")
    if _any(chain, errors.OfflineModeIsEnabled):
        return not_cached(corpus)
    if _any(chain, errors.RepositoryNotFoundError, DatasetNotFoundError):
        reason = f"the Hub has no data set {corpus.hub_id} for {corpus.name} (404)"
        return HubError(
            reason,
            f"it was moved, deleted or made private; look for its successor, see {corpus.url}",
        )
    return None


def _interruption(chain: list, label: str) -> HubError | None:
    """Failures that may pass."""
    for error in chain:
        status = _status(error)
        if status in (408, 429) or status >= 500:
            reason = f"the Hub answers {status} for {label}"
            return HubError(reason, "try again later; the same command continues", transient=True)
    for error in chain:
        root = type(error).__module__.partition(".")[0]
        if isinstance(error, (ConnectionError, TimeoutError)) or root in _HTTP_LIBRARIES:
            reason = f"no connection to the Hub for {label} ({_name(error)})"
            advice = "check the network; the same command continues"
            return HubError(reason, advice, transient=True)
    return None


def _status(error: BaseException) -> int:
    """The HTTP status that an error carries; 0 for none."""
    return getattr(getattr(error, "response", None), "status_code", 0) or 0


def _name(error: Exception) -> str:
    text = " ".join(str(error).split())[:120]
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _any(chain: list, *types: type) -> bool:
    return any(isinstance(error, types) for error in chain)


def _chain(error: BaseException | None) -> list[BaseException]:
    """The error and everything behind it, also what `raise ... from None` hides."""
    found: list[BaseException] = []
    waiting = [error]
    while waiting:
        error = waiting.pop(0)
        if error is not None and error not in found:
            found.append(error)
            waiting += [error.__cause__, error.__context__]
    return found
