"""The cost view: curves of cost, accuracy and gradient norms."""
