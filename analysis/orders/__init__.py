"""The order in which persons are listed: lists, who stands before whom, what lists agree on, and how that changes.

Order is the protocol of the meetings that were reported, not power.
"""

from analysis.orders.changes import changes_of_order, inversions
from analysis.orders.consensus import consensus_order
from analysis.orders.lists import order_lists
from analysis.orders.pairs import precedence

__all__ = ["changes_of_order", "consensus_order", "inversions", "order_lists", "precedence"]
