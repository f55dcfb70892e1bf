"""The films: one Scene a file."""
