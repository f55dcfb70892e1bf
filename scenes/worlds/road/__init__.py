"""A country road with a small car on it, by night, in the morning and by day."""
