"""``python -m app`` is the console script ``kremlin-statements``."""

from app.cli import main

if __name__ == "__main__":
    main()
