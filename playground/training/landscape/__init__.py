"""The cost as a landscape over the parameters: along one weight, over two, or over a plane through them all."""

from playground.training.landscape.results import (
    COUNTS,
    CostSlice,
    CostSurface,
    OptimizerStep,
    Place,
    SurfaceKind,
    symbol,
)
from playground.training.landscape.slice_job import SliceJob
from playground.training.landscape.surface_job import SIDE, SurfaceJob

__all__ = [
    "COUNTS",
    "SIDE",
    "CostSlice",
    "CostSurface",
    "OptimizerStep",
    "Place",
    "SliceJob",
    "SurfaceJob",
    "SurfaceKind",
    "symbol",
]
