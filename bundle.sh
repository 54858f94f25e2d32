#!/bin/sh
# Make dist/liaison-desktop, one folder that runs without Python, and try it out: the tour plays in
# it offscreen, which makes a station, registers, prints, and writes a package that a county reads.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/setup.sh"
set_up bundle
cd "$here"

"$venv/bin/pyinstaller" --noconfirm --log-level WARN build.spec
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
# Nothing of this machine's Python may help: no environment, and another folder.
(cd / && env -i HOME="$out" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen \
    "$here/dist/liaison-desktop/liaison-desktop" tour --out "$out/tour")
ls "$out/tour"
du -sh dist/liaison-desktop
