from hypothesis import settings

# The same examples every time, and no clock: a slow machine must not fail a test.
settings.register_profile("gdmath", derandomize=True, deadline=None)
settings.load_profile("gdmath")
