"""Bodies: what one is called in full, which one is meant, and what is known of it."""
