"""What JupyterLab's server does with the lessons: it guards the originals and makes copies."""
