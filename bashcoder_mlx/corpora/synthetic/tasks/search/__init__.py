"""Searching text: grep and its kin in files, folders and the output of other commands."""
