"""Queries that views ask of a run: what they know of it beyond the usual frame, computed only while it is shown."""

from playground.training.queries.query import Asked, Queries, Query

__all__ = ["Asked", "Queries", "Query"]
