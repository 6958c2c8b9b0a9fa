"""Settings, read from the environment and nowhere else."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent
"""The folder that holds templates/, static/ and migrations/."""


class Settings(BaseSettings):
    """One field for each environment variable; README.md documents them in one table."""

    model_config = SettingsConfigDict(extra="ignore")

    database_url: str = f"sqlite:///{PROJECT / 'data' / 'statements.db'}"
    public_url: str | None = None
    """The origin under which readers reach the site (`https://statements.example.org`), for permalinks and feeds.

    Without it, absolute addresses begin with whatever host the request named.
    """
