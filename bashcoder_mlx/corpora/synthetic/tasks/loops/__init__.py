"""Families of loops on one line, composed of what is gone through, a condition and a body."""
