"""What each film shows, as numbers: one module a film, with its ``Params`` and its ``run``."""
