"""From sources to stored articles: read, decode, extract, store, and report what became of each."""
