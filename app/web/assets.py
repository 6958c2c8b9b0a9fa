"""Static files under addresses that change with their content, so that browsers may keep them for ever.

One digest covers the whole folder and stands in the path (``/static/<digest>/css/site.css``): relative addresses
between style sheets, fonts and script modules stay right, and any change moves them all.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

PREFIX: Final = "/static"
STYLE_SHEET: Final = "css/site.css"
"""The one style sheet that pages load: the parts in ``css/``, put together in the order of their names."""

_NO_MODULES: Final = frozenset({"main.js", "theme.js"})
"""The script that imports the others, and the one that runs before the page is painted."""

_FOR_EVER: Final = "public, max-age=31536000, immutable"


class Assets:
    """The static folder: its digest, and the addresses of what is in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.digest = digest_files(sorted(path for path in folder.rglob("*") if path.is_file()))

    def path(self, name: str) -> str:
        """Return the address of a file, named relative to the folder."""
        return f"{PREFIX}/{self.digest}/{name}"

    def script_modules(self) -> list[str]:
        """Return the names of the script modules, so that a page can ask for all of them at once."""
        return [f"js/{path.name}" for path in sorted((self.folder / "js").glob("*.js")) if path.name not in _NO_MODULES]

    def style_sheet(self) -> str:
        """Return the text of the style sheet."""
        return "\n".join(part.read_text(encoding="utf-8") for part in sorted((self.folder / "css").glob("*.css")))


class AssetFiles(StaticFiles):
    """Serves the folder under its digest. Another digest (an old page's) gets today's file, to be kept by nobody."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(directory=assets.folder)
        self._digest = assets.digest
        self._style_sheet = Response(assets.style_sheet(), media_type="text/css")

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file at ``<digest>/<name>``; raise 404 where there is none, 405 for other methods."""
        if scope["method"] not in {"GET", "HEAD"}:
            raise HTTPException(405, headers={"Allow": "GET, HEAD"})
        digest, _, name = Path(path).as_posix().partition("/")
        if name == STYLE_SHEET:
            response = Response(self._style_sheet.body, headers=dict(self._style_sheet.headers))
        elif name:
            response = await super().get_response(name, scope)
        else:
            raise HTTPException(404)
        # Fonts ask: a card in a sandboxed frame is of no origin, not even this one.
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cache-Control"] = _FOR_EVER if digest == self._digest else "no-cache"
        return response


def digest_files(paths: list[Path]) -> str:
    """Return a short digest of the files' names and content."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
