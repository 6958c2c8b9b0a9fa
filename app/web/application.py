"""The application, put together: settings in, ASGI application out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Final

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount

from app.extraction.vocabulary import load_vocabulary
from app.settings import PROJECT, Settings
from app.store.engine import open_reader
from app.web.assets import PREFIX, AssetFiles, Assets, digest_files
from app.web.caching import COMPRESSION, LEAST_COMPRESSED, KeptAnswers
from app.web.errors import install_error_handlers
from app.web.head_requests import HeadRequests
from app.web.metrics import MeasuredRequests, Metrics
from app.web.routes import (
    about,
    api,
    articles,
    citations,
    compare,
    dossier_data,
    dossiers,
    embedding,
    health,
    home,
    indexes,
    metrics,
    opensearch,
    quotes,
    revisions,
    styleguide,
)
from app.web.security import SecurityHeaders
from app.web.templating import Templates
from app.web.vary import VaryOnce

_CODE: Final = Path(__file__).resolve().parent.parent
_STATEMENT_SECONDS: Final = 10.0
"""How long the database may work at one question before the page gives up."""


def create_application(settings: Settings | None = None) -> FastAPI:
    """Return the application for some settings, or for those of the environment.

    The database is opened for reading, and only when the first request needs it. Raises VocabularyError when a
    vocabulary file is malformed: better now than at the first page that needs it.
    """
    load_vocabulary()
    chosen = settings or Settings()
    assets = Assets(PROJECT / "static")
    counted = Metrics()
    engine = open_reader(chosen.database_url, time_limit=_STATEMENT_SECONDS)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        engine.dispose()

    application = FastAPI(
        title="Kremlin Statements",
        description="Who said what, when, about which country and topic: every statement with its evidence.",
        version=_version(),
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(VaryOnce),
            Middleware(HeadRequests),
            Middleware(MeasuredRequests, metrics=counted),
            Middleware(GZipMiddleware, minimum_size=LEAST_COMPRESSED, compresslevel=COMPRESSION),
        ],
    )
    application.state.settings = chosen
    application.state.assets = assets
    application.state.metrics = counted
    application.state.engine = engine
    application.state.kept = KeptAnswers()
    application.state.templates = Templates(PROJECT / "templates", assets)
    application.state.version = assets.digest + digest_files(sorted(_sources()))
    # Citations go before quotes: their suffixes (.csl.json) end in one of theirs (.json). A dossier's data go before
    # its page, which would take the suffix for a part of the key.
    for module in (
        home,
        citations,
        embedding,
        quotes,
        articles,
        revisions,
        compare,
        dossier_data,
        dossiers,
        indexes,
        about,
        opensearch,
        styleguide,
        api,
        health,
        metrics,
    ):
        application.include_router(module.router)
    application.router.routes.append(Mount(PREFIX, AssetFiles(assets), name="static"))
    install_error_handlers(application)
    return application


def _sources() -> list[Path]:
    """Return the files that decide what a page looks like, beside the assets and the database."""
    code = [path for pattern in ("*.py", "*.toml", "*.json", "*.csl") for path in _CODE.rglob(pattern)]
    return [*code, *(PROJECT / "templates").rglob("*.html")]


def _version() -> str:
    return version("kremlin-statements")
