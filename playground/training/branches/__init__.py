"""Two branches that train side by side: what one has that the other has not, and where they part."""
