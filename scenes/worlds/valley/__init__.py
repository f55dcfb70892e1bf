"""A valley of paper-cut hills: from the yard of a house, and cut through."""
