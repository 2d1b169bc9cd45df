"""What the histories of git are composed of."""
