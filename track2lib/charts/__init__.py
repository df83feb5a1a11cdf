"""The charts of talks, one module for each, on the grammars in `grammar/`."""
