# What run.sh and test.sh share: a Python, the libraries of the system, .venv and the pinned packages.
# Sourced with $here set to the project's folder. Silent and quick when nothing has changed.

export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore

venv=$here/.venv

# What Qt loads and where Debian keeps it; the newer of two names first (Debian 13 renamed some).
# GL, EGL, glib, fontconfig, xkbcommon and dbus are needed even to import Qt without a display, the
# xcb ones by a window, cups by the print dialog.
libraries='
libGL.so.1 libgl1
libEGL.so.1 libegl1
libglib-2.0.so.0 libglib2.0-0t64|libglib2.0-0
libfontconfig.so.1 libfontconfig1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-shape.so.0 libxcb-shape0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libcups.so.2 libcups2t64|libcups2
'

say() {
    printf '%s\n' "$*" >&2
}

# set_up run|test|bundle: returns when everything that the word needs is there, else says what is missing
# and ends the script.
set_up() {
    [ "$(cat "$venv/.set-up-$1" 2>/dev/null)" = "$(fingerprint)" ] && return
    say '正在准备运行环境（首次约需一两分钟）… Setting up, a minute or two the first time …'
    find_python
    install_what_is_missing
    [ "$1" != test ] || install_scheduler
    make_venv
    install_packages "$1"
    fingerprint >"$venv/.set-up-$1"
}

# Whatever makes an earlier set-up worthless: other pins, another place, another Python or system.
fingerprint() {
    printf '%s\n' "$here" "$("$venv/bin/python" -V 2>&1)"
    (cd "$here" && cat constraints.txt pyproject.toml setup.py setup.sh /etc/os-release 2>/dev/null) |
        cksum
}

find_python() {
    for python in "${PYTHON:-python3.11}" python3.12 python3.13 python3 python; do
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
    done
    say '没有找到 Python 3.11 或更高版本，请先安装。Python 3.11 or later is missing; on Debian:'
    say '  apt-get install python3 python3-venv'
    exit 1
}

install_what_is_missing() {
    missing=$(missing_libraries)
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        missing="$missing $("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    [ -n "${missing# }" ] || return 0
    if may_install; then
        say '正在安装系统组件 Installing system packages …'
        install_quietly || say_what_to_install
    else
        say_what_to_install
    fi
}

# The tests of printing start a CUPS of their own; where it cannot be installed they are skipped.
install_scheduler() {
    { command -v lpadmin && [ -x /usr/sbin/cupsd ]; } >/dev/null && return 0
    may_install || return 0
    missing='cups-daemon cups-client'
    say '正在安装打印测试用的 CUPS … Installing CUPS for the tests of printing …'
    install_quietly || say 'CUPS could not be installed; the tests of printing are skipped.'
}

# The Debian names, alternatives still joined by |, of the libraries that cannot be loaded here.
missing_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    printf '%s' "$libraries" | "$python" -c '
import ctypes, sys

def is_there(name):
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True

pairs = (line.split() for line in sys.stdin if line.strip())
print(" ".join(package for name, package in pairs if not is_there(name)))'
}

may_install() {
    command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_quietly() {
    log=$(mktemp)
    if as_root apt-get update -qq >"$log" 2>&1 </dev/null &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            $(names_known_here) >>"$log" 2>&1 </dev/null; then
        rm -f "$log"
        return 0
    fi
    cat "$log" >&2
    rm -f "$log"
    return 1
}

# Of each pair of names, the one that this system's package lists have.
names_known_here() {
    for names in $missing; do
        name=${names%%|*}
        [ -n "$(apt-cache show --no-all-versions "$name" 2>/dev/null)" ] || name=${names##*|}
        printf '%s ' "$name"
    done
}

say_what_to_install() {
    if command -v apt-get >/dev/null; then
        say '缺少系统组件，请由管理员执行下面一行后重试。These are missing; run this line, then again:'
        say "  sudo apt-get install --no-install-recommends $(names_known_here)"
    else
        say '缺少系统组件（下列为 Debian 名称），请用本系统的软件包工具安装后重试。'
        say 'These are missing, by their Debian names; install them with the tool of your system:'
        say "  $(names_known_here)"
    fi
    exit 1
}

# Made anew in a folder that was moved or copied, whose scripts name the old place, and where its
# Python went away.
make_venv() {
    { head -n 2 "$venv/bin/pip" | grep -qF "$venv/bin/" && "$venv/bin/pip" --version; } >/dev/null 2>&1 ||
        "$python" -m venv --clear "$venv"
}

install_packages() (
    cd "$here"
    pinned="$venv/bin/python -m pip install -qq -c constraints.txt"
    $pinned pip setuptools
    $pinned --no-build-isolation -e .
    case $1 in
    test) $pinned --group dev ;;
    bundle) $pinned --group bundle ;;
    esac
)
