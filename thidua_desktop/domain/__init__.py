"""What is true on paper; standard library only."""
