"""The label before a turn of a transcript (`Vladimir Putin: Good afternoon`)."""

from __future__ import annotations

import re

from app.extraction.attribution.lexicon import CAPITAL

_WORD = rf"(?:{CAPITAL}[\w’'\-]*\.?|of|the|and|for|de|al|el|van|von|bin|–|-)"

LABEL = re.compile(rf"((?:{_WORD} ){{0,16}}{CAPITAL}[\w’'\-]*)(?:\s?\([^()\n]{{1,40}}\))?:\s+(?=\S)")
"""A label at the start of a turn; group 1 is the name with its titles. It ends in a colon and a blank."""
