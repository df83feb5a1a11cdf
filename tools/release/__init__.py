"""What is checked, listed and summed before a release; `nox -s release` runs it."""
