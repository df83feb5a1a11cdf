"""Controls: whatever is made of widgets, and nothing else in the library needs widgets."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
