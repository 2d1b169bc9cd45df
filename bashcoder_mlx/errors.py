"""The errors a person can cause; the command line prints them as one line, without a traceback."""


class BashcoderError(Exception):
    """A failure while working (exit code 1): disk full, training diverged, a damaged file.

    The message names what failed, where, and what to do next.
    """

    exit_code = 1


class InputError(BashcoderError, ValueError):
    """A mistake in what was asked for (exit code 2): a missing path, an unknown size."""

    exit_code = 2
