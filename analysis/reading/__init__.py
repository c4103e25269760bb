"""Bytes to documents: discovery, encoding, front matter, HTML, furniture, dates."""

from analysis.reading.corpus import read_corpus
from analysis.reading.post import document_from

__all__ = ["document_from", "read_corpus"]
