"""The file: engine, tables, journal, backup."""
