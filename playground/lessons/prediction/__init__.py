"""Predict before you see: what the next step computes is found by the person first, on any network and formula."""

from playground.lessons.prediction.base import DEGREES, Prediction
from playground.lessons.prediction.chain import (
    EXCHANGED,
    LOCAL_FORGOTTEN,
    ONE_WAY,
    UPSTREAM_FORGOTTEN,
    ChainPrediction,
)
from playground.lessons.prediction.walk import MOST_CELLS, WalkPrediction

__all__ = [
    "DEGREES",
    "EXCHANGED",
    "LOCAL_FORGOTTEN",
    "MOST_CELLS",
    "ONE_WAY",
    "UPSTREAM_FORGOTTEN",
    "ChainPrediction",
    "Prediction",
    "WalkPrediction",
]
