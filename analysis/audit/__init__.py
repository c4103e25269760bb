"""A sample of what was found, for people to judge, and what their verdicts say."""

from analysis.audit.read import Audit, read_audit
from analysis.audit.sample import sample_for_audit

__all__ = ["Audit", "read_audit", "sample_for_audit"]
