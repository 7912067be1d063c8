"""Foreign files read into candidate rows with problems; nothing is written here."""
