"""Who says so, how to cite it, how much was written down, and copies to give away."""
