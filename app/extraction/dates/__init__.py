"""When an article was published and when each statement was made.

``mentions`` reads the days that a text names, ``printed`` the one it gives itself, ``constraints`` (with ``tenures``
and ``events``) what the rest says of it, ``solver`` puts that together; ``statements`` (with ``relative``)
resolves `on Friday` for each quote.
"""

from app.extraction.dates.mentions import find_days
from app.extraction.dates.publication import date_publication
from app.extraction.dates.statements import date_statements

__all__ = ["date_publication", "date_statements", "find_days"]
