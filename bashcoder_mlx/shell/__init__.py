"""What we know about the shell itself: so far, whether bash accepts a text."""
