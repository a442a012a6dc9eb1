"""What is wrong with a run, if anything: the cause, the numbers that it rests on, and a remedy that works."""

from playground.training.diagnostics.data_facts import DataFacts
from playground.training.diagnostics.diagnosis import diagnose
from playground.training.diagnostics.evidence import Evidence
from playground.training.diagnostics.finding import KINDS, Finding, Kind
from playground.training.diagnostics.probe import Probe, Trials

__all__ = ["KINDS", "DataFacts", "Evidence", "Finding", "Kind", "Probe", "Trials", "diagnose"]
