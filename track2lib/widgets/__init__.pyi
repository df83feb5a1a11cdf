from .coding import code_cases as code_cases
from .live import live as live
