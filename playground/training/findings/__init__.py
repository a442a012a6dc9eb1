"""What is conspicuous about a run, in sentences for the student."""

from playground.training.findings.evidence import Evidence
from playground.training.findings.rules import RULES, Finding, Rule, findings

__all__ = ["RULES", "Evidence", "Finding", "Rule", "findings"]
