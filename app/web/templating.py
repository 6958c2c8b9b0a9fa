"""Jinja2 as the pages use it: one object with the page's typed context goes in, HTML comes out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final, Protocol

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2_fragments import render_blocks

from app.web import addresses
from app.web.assets import Assets
from app.web.contexts.head import Head
from app.web.design.scoping import scoped
from app.web.errors import Problem
from app.web.metadata import open_graph
from app.web.wording import day, month, number, percent

SECTIONS: Final = (
    ("Statements", "/quotes"),
    ("Articles", "/articles"),
    ("Countries", "/countries"),
    ("Speakers", "/speakers"),
    ("Topics", "/topics"),
    ("Compare", "/compare"),
    ("About", "/about"),
)
"""The main navigation, in order."""


class Page(Protocol):
    """What a page's context has in common with every other's: a frozen dataclass with these, and fields of its own."""

    template: ClassVar[str]
    fragment: ClassVar[Sequence[str]]
    """The template's blocks that make up the answer to htmx; none when only whole pages make sense."""

    @property
    def head(self) -> Head:
        """What the page says of itself to browsers, search engines and feed readers."""
        ...


class Templates:
    """The templates folder, ready to render."""

    def __init__(self, folder: Path, assets: Assets) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._environment.filters |= {
            "day": day,
            "month": month,
            "number": number,
            "percent": percent,
            "scoped": scoped,
        }
        self._environment.globals |= {
            "asset": assets.path,
            "modules": assets.script_modules(),
            "sections": SECTIONS,
            "address": addresses,
            "open_graph": open_graph,
        }

    def page(self, request: Request, page: Page, *, status: int = 200) -> HTMLResponse:
        """Render a page, or its fragment when htmx asks for new content rather than for a page out of its history."""
        context = {"page": page, "head": page.head, "canonical": addresses.absolute(request, page.head.path)}
        if page.fragment and is_partial(request):
            return HTMLResponse(render_blocks(self._environment, page.template, page.fragment, context), status)
        return HTMLResponse(self._environment.get_template(page.template).render(context), status)

    def error_page(self, request: Request, problem: Problem) -> HTMLResponse:
        """Render the page of an error."""
        head = Head(title=problem.title, description=problem.detail, path=request.url.path, index=False)
        context = {"problem": problem, "head": head, "canonical": addresses.absolute(request, head.path)}
        html = self._environment.get_template("errors/problem.html").render(context)
        return HTMLResponse(html, problem.status)


def render(request: Request, page: Page, *, status: int = 200) -> HTMLResponse:
    """Answer with a page, rendered by the application's templates."""
    templates: Templates = request.app.state.templates
    return templates.page(request, page, status=status)


def is_partial(request: Request) -> bool:
    """Say whether htmx asks for a part of the page it shows."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
