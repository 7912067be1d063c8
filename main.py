"""Start Thi đua Desktop: the window without arguments, a command otherwise."""

import sys

from ui.app import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
