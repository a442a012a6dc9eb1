"""The lessons: their files, what is right and why an answer is wrong, and how one is played; no thread and no Qt."""
