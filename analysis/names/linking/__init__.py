"""Linking inside a document: which names mean the same person, body or place.

The order is that of a sieve, from the surest clue to the least sure (Raghunathan et al. 2010, "A multi-pass sieve for coreference
resolution", EMNLP): the same words; a definition in the text; a part of a name; surname and office. Each link needs exactly one
candidate, first among the names before it, then among those behind it; with two it is not made. `again` finds further mentions
that only the document explains, `persons`, `bodies` and `places` say whom a name means, `document` puts them together.
"""
