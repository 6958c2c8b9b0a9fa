"""``serve``: the web application."""

from __future__ import annotations

import socket
from typing import Annotated

import typer
import uvicorn

from app.cli.database import MISUSED, database_faults, database_url, fail
from app.store.migrate import migrate

APPLICATION = "app.web.application:create_application"
"""By name, since each worker makes its own."""


def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; 0.0.0.0 for every one of this machine.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer requests.")] = 1,
) -> None:
    """Serve the pages and the API; the database is created or brought up to date first."""
    _check_address(host, port)
    with database_faults():
        migrate(database_url())
    typer.echo(f"Serving on http://{host}:{port} (Ctrl+C to stop)", err=True)
    uvicorn.run(APPLICATION, factory=True, host=host, port=port, workers=workers, log_level="warning")


def _check_address(host: str, port: int) -> None:
    """Exit with a sentence when the address cannot be had, before any worker is started for it."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise fail(f"Cannot listen on {host} port {port}: {error.strerror}.", MISUSED) from error
