"""What a render leaves: a film, its captions and its sections, or images."""
