"""The block at the head of a post: found, parsed in YAML, TOML or JSON, mended where broken, else kept as text."""
