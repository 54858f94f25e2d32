#!/bin/sh
# Set up what is missing and start Liaison Desktop; arguments are passed on (`sh run.sh --help`).
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/setup.sh"
set_up run
exec "$venv/bin/liaison-desktop" "$@"
