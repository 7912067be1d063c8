"""The only SQL: one module per kind of record, frozen rows out, drafts in."""
