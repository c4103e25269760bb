"""Tables that others made: which column is what, and what their cells say."""
