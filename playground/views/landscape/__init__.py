"""The landscape: cost against one weight, over two weights, and over planes through all of them."""
