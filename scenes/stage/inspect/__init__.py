"""Looks at a film while it is played and tells what a machine can see is wrong with it."""
