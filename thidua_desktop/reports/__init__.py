"""A module is a report: TITLE, Options, build, compose."""
