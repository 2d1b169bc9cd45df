"""Tokens on disk, packed into rows of one length, and batches computed from the step number."""
