"""Sessions on their way to a file and back: `SessionMemory` to the document of a session file, in slices."""
