"""One module for each chart, all in one frame (see `_frame`)."""
