#!/usr/bin/env python3
"""Mixes English and bash into one corpus, 80/20 by default: `bashcoder data combine`."""

import environment  # noqa: F401  (before the package: it finds the virtual environment)

from bashcoder_mlx.cli import run
from bashcoder_mlx.cli.data.combine import command

run(command)
