"""Personnel acts: who is appointed to what, elected, or removed."""
