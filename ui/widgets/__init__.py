"""Widgets that know nothing of our records."""
