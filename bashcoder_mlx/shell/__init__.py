"""What we know of the shell: its syntax, its utilities and flags, and where to run a script."""
