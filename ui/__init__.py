"""The two faces of the program: window and terminal."""
