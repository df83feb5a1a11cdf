"""A class on a real JupyterHub, measured: `python -m hub`, or `nox -s hub`."""
