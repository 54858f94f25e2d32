"""`python -m liaison_desktop` is the same program as `liaison-desktop`."""

import sys

from liaison_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
