"""Films from parameters: the command line ``gdvideo``, and the same from Python."""
