"""One module a kind of screen."""
