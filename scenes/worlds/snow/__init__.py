"""A half-pipe of snow under the moon, at dawn, by day."""
