"""A file that keeps what was read."""
