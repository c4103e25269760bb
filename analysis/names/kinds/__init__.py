"""Kinds of mention: in what way a name stands in a text, and which rule says so.

`rules` is the list of rules, `mask` applies them to one text, `address` knows names that are a surname and a form of address,
and `read` gives each name of a document its kind. The rules know forms, not people.
"""
