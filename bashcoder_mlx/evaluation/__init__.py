"""How good a model is: the same figures, with their intervals, for every system that answers."""
