"""The core: everything the office's program does, without a window."""
