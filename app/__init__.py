"""Kremlin Statements: browse what the Kremlin says about foreign relations."""
