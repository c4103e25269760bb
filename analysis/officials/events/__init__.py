"""Events: what happens, who takes part in which role, and who is appointed to what."""

from analysis.officials.events.find import Events, find_events

__all__ = ["Events", "find_events"]
