"""How things look on a page: colours and type, the frame of a chart, the way to the notebook."""
