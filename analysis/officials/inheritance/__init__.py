"""Which body a title belongs to that has none beside it, or only a relative one (省委, 部)."""
