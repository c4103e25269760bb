"""Bytes to documents: discovery, encoding, front matter, HTML, furniture, dates."""

from analysis.reading.cache.database import Cache
from analysis.reading.corpus import read_corpus, scan_corpus
from analysis.reading.post import document_from

__all__ = ["Cache", "document_from", "read_corpus", "scan_corpus"]
