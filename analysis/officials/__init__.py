"""Officials: who holds which post in which body, in which order, and what happens to them."""
