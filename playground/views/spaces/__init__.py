"""More than two dimensions: which inputs a plane shows, and the data as every layer of the network sees them."""
