"""Ask whether talks made a difference, and learn what cannot be known."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
