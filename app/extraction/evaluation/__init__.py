"""How well extraction reads: its analyses set beside gold annotations. Pure: records in, figures and mistakes out.

The measures are those of ``measures.toml``; nothing here reads files or prints.
"""

from app.extraction.evaluation.gold import GoldError
from app.extraction.evaluation.measures import Measure, load_measures
from app.extraction.evaluation.reading_gold import Gold, read_gold
from app.extraction.evaluation.scoring import Evaluation, evaluate
from app.extraction.evaluation.tallies import Figures, Mistake

__all__ = [
    "Evaluation",
    "Figures",
    "Gold",
    "GoldError",
    "Measure",
    "Mistake",
    "evaluate",
    "load_measures",
    "read_gold",
]
