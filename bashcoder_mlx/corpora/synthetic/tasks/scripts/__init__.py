"""Scripts: plain ones, one for every command, and those composed of parts."""
