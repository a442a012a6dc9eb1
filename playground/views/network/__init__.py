"""The network diagram: every neuron with its live map, every edge with its weight."""
