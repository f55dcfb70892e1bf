"""Things that one film alone needs, drawn once and moved by the experiment."""
