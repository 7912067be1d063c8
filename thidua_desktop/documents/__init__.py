"""A printable document as a value, and its writers."""
