"""Images: the examples with what the network says of them, the first layer as pictures, and a pad to draw on."""
