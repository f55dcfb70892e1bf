"""From pixels to encoded pictures, and to files of them."""
