"""What the office does: one function per sentence an officer would say."""
