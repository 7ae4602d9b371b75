"""Screens and HTTP routes: clicks become calls to the services; no rules live here."""
