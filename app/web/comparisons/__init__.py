"""Two selections side by side: which they are, as their address says, and what is read of each."""

from app.web.comparisons.parameters import PATH, PREFIXES, Comparison, comparison_parameters, comparison_path
from app.web.comparisons.reading import Reading, read_side

__all__ = [
    "PATH",
    "PREFIXES",
    "Comparison",
    "Reading",
    "comparison_parameters",
    "comparison_path",
    "read_side",
]
