"""Reading articles: text in, annotations out. Pure: no input or output, no clock, no database."""

from app.extraction.model import Analysis, Source
from app.extraction.pipeline import analyze, canonical_text
from app.extraction.serialize import as_record

__all__ = ["Analysis", "Source", "analyze", "as_record", "canonical_text"]
