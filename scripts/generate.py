#!/usr/bin/env python3
"""Samples text from a model: `bashcoder generate`."""

import environment  # noqa: F401  (before the package: it finds the virtual environment)

from bashcoder_mlx.cli import run
from bashcoder_mlx.cli.generate import command

run(command)
