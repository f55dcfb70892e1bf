"""The loft in which the laser pointer game is played, by night and by day."""
