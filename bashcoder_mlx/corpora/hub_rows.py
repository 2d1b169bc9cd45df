"""The rows of a data set of the Hub, streamed by `datasets`, and the place to go on from.

A place is `IterableDataset.state_dict()` plus the rows read since. The state names the file of the
data set and the row in it, so going on is exact and costs at most the part already read of one
file; `skip` would read everything from the beginning. Where the state was written by another
version of the library, or is that of another kind of source, its rows are counted off instead:
slower, and as exact.
"""

import contextlib
from collections.abc import Iterator
from itertools import islice

from bashcoder_mlx.corpora.hub_errors import HubError, explain, not_cached
from bashcoder_mlx.corpora.hub_lock import Entry
from bashcoder_mlx.corpora.registry import Corpus

# Seconds for an answer of the Hub's API.
_API_TIMEOUT = 30


@contextlib.contextmanager
def client_settings(offline: bool) -> Iterator[None]:
    """Sets up the client libraries for a fetch, and puts back what was there.

    They retry each request themselves, as `huggingface_hub` does, with back-off; the second layer,
    in `datasets`, waits constant times for up to half an hour without a word, so ours takes its
    place. Their own progress bars and warnings would break the progress line.
    """
    import datasets
    import huggingface_hub

    once = {f"STREAMING_{name}_MAX_RETRIES": 1 for name in ("READ", "OPEN")}
    at_once = {f"STREAMING_{name}_RETRY_INTERVAL": 0 for name in ("READ", "OPEN")}
    # Streaming would import PyTorch where it is installed, for seconds, to no use of ours.
    alone = {"TORCH_AVAILABLE": False}
    # Both libraries read their environment when they are imported, so it is too late for it.
    asked = {"HF_HUB_OFFLINE": True} if offline else {}
    loggers = (datasets.logging, huggingface_hub.logging)
    levels = [logger.get_verbosity() for logger in loggers]
    bars = datasets.are_progress_bars_disabled()
    settings = once | at_once | alone | asked
    with _set(datasets.config, settings), _set(huggingface_hub.constants, asked):
        datasets.disable_progress_bars()
        for logger in loggers:
            logger.set_verbosity(logger.CRITICAL)
        try:
            yield
        finally:
            for logger, level in zip(loggers, levels, strict=True):
                logger.set_verbosity(level)
            if not bars:
                datasets.enable_progress_bars()


@contextlib.contextmanager
def _set(module, values: dict) -> Iterator[None]:
    before = {name: getattr(module, name) for name in values}
    for name, value in values.items():
        setattr(module, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(module, name, value)


def is_offline() -> bool:
    """Whether --offline, HF_HUB_OFFLINE or HF_DATASETS_OFFLINE forbids to ask the Hub."""
    import datasets
    import huggingface_hub

    return bool(huggingface_hub.constants.HF_HUB_OFFLINE or datasets.config.HF_HUB_OFFLINE)


def current_commit(corpus: Corpus) -> str:
    """The commit hash that the corpus's revision means now, on the Hub.

    Raises:
        HubError: the Hub cannot be asked, or says no.
    """
    from huggingface_hub import HfApi

    try:
        info = HfApi().dataset_info(corpus.hub_id, revision=corpus.revision, timeout=_API_TIMEOUT)
        if info.gated:  # everyone may see the information, but not the files
            HfApi().auth_check(corpus.hub_id, repo_type="dataset")
    except Exception as error:
        raise explain(error, corpus) from error
    return info.sha


class Rows:
    """One pass over the rows of a corpus, from any place."""

    def __init__(self, corpus: Corpus, commit: str | None, cached: bool):
        """Opens the data set; nothing but its file list and the columns are read yet.

        Args:
            commit: what to read; None takes the commit that is cached.
            cached: reads what `datasets` prepared earlier on this machine, without the network.

        Raises:
            HubError: it cannot be opened.
        """
        import datasets

        self._corpus, self._skip, self._read = corpus, 0, 0
        with contextlib.ExitStack() as stack:
            if cached:
                stack.enter_context(client_settings(offline=True))
            try:
                builder = datasets.load_dataset_builder(
                    corpus.hub_id,
                    corpus.config,
                    data_dir=corpus.data_dir,
                    data_files=corpus.data_files,
                    revision=commit,
                )
                self._dataset = self._open(builder)
            except Exception as error:
                raise (not_cached(corpus) if cached else explain(error, corpus)) from error
        self.commit = builder.hash
        kind = type(builder).__module__.rpartition(".")[2]
        self.reader = f"datasets {datasets.__version__} {kind}"

    def _open(self, builder):
        dataset = builder.as_streaming_dataset(split=self._corpus.split)
        wanted = set(self._corpus.fields.values())
        # Parquet is read by column: what is not wanted need not travel.
        if hasattr(builder.config, "columns") and wanted < set(dataset.features or ()):
            builder.config.columns = sorted(wanted)
            dataset = builder.as_streaming_dataset(split=self._corpus.split)
        return dataset

    def go_on_after(self, entry: Entry) -> None:
        """Moves to the first row after those that `entry` counts."""
        self._read, self._skip = entry.rows, entry.rows
        if entry.position and entry.reader == self.reader:
            self._dataset.load_state_dict(entry.position)
            self._skip -= entry.position_rows

    def __iter__(self) -> Iterator[dict]:
        try:
            for row in islice(self._dataset, self._skip, None):
                self._read += 1
                yield row
        except HubError:
            raise
        except Exception as error:
            raise explain(error, self._corpus) from error

    def place(self) -> dict:
        """Where the pass is, as fields of an `Entry`; call it between two rows."""
        position = self._dataset.state_dict()
        return {"position": position, "position_rows": self._read, "reader": self.reader}
