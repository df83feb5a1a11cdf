"""The reader's own folder: whatever a reader does is kept there, and written by this room alone."""
