"""Ask whether talks made a difference, and learn what cannot be known.

Cases are coded and read with `load_codings`, a workshop is watched and read with `load_sheets`, and
`agreement` measures either. The other functions imagine talks, compare series, and trace clues.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
