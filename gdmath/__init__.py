"""Gradient descent as numbers: objectives, update rules, runs, and the theory behind them.

The package needs numpy alone and knows nothing of pictures.

>>> from gdmath.descent import Stop, descend
>>> from gdmath.objective import SquaredError
>>> from gdmath.optimizer import GradientDescent
>>> run = descend(SquaredError(target=100.0), 103.0, GradientDescent(0.1), Stop(steps=2))
>>> run.parameters[:, 0].round(2).tolist()
[103.0, 102.4, 101.92]
"""
