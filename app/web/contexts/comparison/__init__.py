"""The page that sets two selections side by side."""

from app.web.contexts.comparison.page import ComparePage, compare_page

__all__ = ["ComparePage", "compare_page"]
