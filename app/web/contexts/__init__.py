"""What each page shows, as immutable values built from the store's records. Pure: no database, no HTTP, no HTML."""
