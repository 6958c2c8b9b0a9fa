"""Keeping and finding what was read: tables, engine, writes and reads. The only place that speaks SQL."""
