"""What brings an older file to today's schema, one revision a step."""
