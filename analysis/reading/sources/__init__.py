"""Where documents come from: files, members of archives, rows of tables, remote trees."""

from analysis.reading.sources.find import find_items
from analysis.reading.sources.item import Item, Items
from analysis.reading.sources.read import read_item

__all__ = ["Item", "Items", "find_items", "read_item"]
