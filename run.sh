#!/bin/sh
# Set up what is missing and start Liaison Desktop; arguments are passed on (`sh run.sh --help`).
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/setup.sh"
set_up run
# -OO: without the docstrings of the libraries, 4 MB of memory
exec "$venv/bin/python" -OO -m liaison_desktop "$@"
