"""One module for each kind of page. Routes are thin: read the store, build the context, render."""
