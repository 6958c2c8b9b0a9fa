"""What a page's head says to machines, each convention in a module of its own: for sharing, citing, search engines."""

from app.web.metadata.model import Link, Metadata, Tag
from app.web.metadata.open_graph import open_graph
from app.web.metadata.pages import article_metadata, quote_metadata

__all__ = ["Link", "Metadata", "Tag", "article_metadata", "open_graph", "quote_metadata"]
