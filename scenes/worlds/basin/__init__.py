"""A mountain basin that is the surface J(w, b) itself, ray-marched."""
