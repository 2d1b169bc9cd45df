"""Searches with find, composed: a head (files, Python files, folders …), criteria (older than a
week, larger than 10 MB, except below build …), a place, and what is done with what is found.

Each part brings its words of the command, its English, and files that meet it or fail it by a
little, so that any combination has a command, wordings, a tree to try it on, and an oracle. The
parts lie in `parts/`; the families beside it say which combinations there are.
"""
