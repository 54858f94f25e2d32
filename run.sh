#!/bin/sh
# Set up what is missing and start Liaison Desktop; arguments are passed on (`sh run.sh --help`).
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/setup.sh"
set_up run
# without the docstrings of the libraries and the columns of their lines: 4 MB of memory
exec "$venv/bin/python" -OO -X no_debug_ranges -m liaison_desktop "$@"
