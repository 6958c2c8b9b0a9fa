"""What could not be read, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One input that failed. ``where`` names it as the user did; ``what`` goes on with the sentence."""

    where: str
    what: str

    def __str__(self) -> str:
        """Return the line that the user reads, with control characters made visible."""
        return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in f"{self.where}: {self.what}")
