"""Live controls and the coding form: all that needs ipywidgets."""
