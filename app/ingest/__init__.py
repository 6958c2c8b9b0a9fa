"""From sources to stored articles: read, decode, extract, store, and report what became of each."""

from app.ingest.problems import Problem
from app.ingest.run import Counts, Watcher, ingest

__all__ = ["Counts", "Problem", "Watcher", "ingest"]
