"""Gradient descent's devices, drawn once for all films."""
