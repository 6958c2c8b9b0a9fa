"""The web application: routes, page contexts, formats and templating. Reads the store, never writes."""
