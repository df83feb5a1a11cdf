"""The charts of the lab, one module for each."""
