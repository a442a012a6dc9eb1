"""The wall: many networks at once, over settings and seeds."""
