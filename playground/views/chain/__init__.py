"""The chain-rule workspace: type a formula, see its graph, walk its gradient backwards."""

from playground.views.chain.view import ChainView

__all__ = ["ChainView"]
