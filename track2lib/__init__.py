"""Data, charts and exercises for lessons on Track II diplomacy."""

import lazy_loader

# Names are found when first used, so that loading a table does not wait for the charts.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
