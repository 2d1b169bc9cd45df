#!/usr/bin/env python3
"""Stage 1: trains a model from nothing on a folder of text; `bashcoder pretrain` in short."""

import click
