"""Keeps facts, in SQLite or PostgreSQL; nothing that could be concluded from them."""
