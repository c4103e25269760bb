"""When a document was published, and which of its places told it."""
