"""What all films share: the base Scene, themes, layout, text, plots and actors."""
