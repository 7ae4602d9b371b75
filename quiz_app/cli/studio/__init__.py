"""Pictures of every screen: a throw-away clinic, a browser in front of it, and the list of what is looked at."""
