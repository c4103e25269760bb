"""Annotated sets and how the model of names is made from them; nothing here is needed to find names."""
