"""What searches consist of: patterns, what is searched, and forms of output."""
