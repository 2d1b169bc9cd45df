"""What a text on the command line goes through: what it is, and the filters."""
