"""Who says so, how to cite it, what a term means, how much was written down, and copies to give away."""
