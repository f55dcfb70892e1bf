"""A kitchen with its stove, by night and by day, and what stands on the stove."""
