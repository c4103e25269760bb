"""Bytes to text: which codec, how plausible what it gives, and text that was decoded wrongly before."""
