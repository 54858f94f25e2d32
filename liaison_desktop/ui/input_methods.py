"""Input methods: what Linux needs so that 汉字 can be typed, and what to say where they cannot.

Qt's wheels bring no part that speaks to fcitx, the usual input method of Chinese desktops: asked
for it, Qt types Latin letters and says nothing. fcitx 5 also answers as IBus does, behind the
desktop portal, and that part Qt has.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from liaison_desktop.ui.i18n import tr

FCITX = "fcitx"
NEEDS_PORTAL = {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}


def prepare_input_methods() -> None:
    """Set what the input method of this session needs; to be called before the application is."""
    if not sys.platform.startswith("linux"):
        return
    for name, value in adapted(os.environ, has_fcitx_plugin(plugin_folders())).items():
        os.environ.pop(name, None)
        if value:
            os.environ[name] = value


def adapted(environment: Mapping[str, str], has_plugin: bool) -> dict[str, str]:
    """Return the variables that must be set, or removed where the value is empty.

    Nothing is touched where fcitx is not asked for, or where its part lies beside Qt's. Wayland
    speaks to the input method by itself once no module is named.
    """
    asked = environment.get("QT_IM_MODULE", "")
    by_x = FCITX in environment.get("XMODIFIERS", "")
    if has_plugin or not (asked.startswith(FCITX) or (not asked and by_x)):
        return {}
    if environment.get("WAYLAND_DISPLAY") and "xcb" not in environment.get("QT_QPA_PLATFORM", ""):
        return {"QT_IM_MODULE": ""} if asked else {}
    return dict(NEEDS_PORTAL)


def has_fcitx_plugin(folders: Iterable[Path]) -> bool:
    """Return whether a part of Qt for fcitx lies in one of the folders of plugins."""
    return any(any(folder.glob(f"platforminputcontexts/*{FCITX}*")) for folder in folders)


def plugin_folders() -> list[Path]:
    """Return the folders in which Qt looks for its parts."""
    from PySide6.QtCore import QLibraryInfo

    own = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    further = os.environ.get("QT_PLUGIN_PATH", "").split(os.pathsep)
    return [Path(folder) for folder in (own, *further) if folder]


def advice() -> str:
    """Return what to do on this system where only letters come out of the keyboard."""
    if sys.platform == "win32":
        return tr(
            "打出来的是字母：按 Shift 或 Win+空格 换成中文输入法；"
            "没有，就到系统的“设置—语言”里添加。"
        )
    return tr(
        "打出来的是字母：按 Ctrl+空格 换成中文输入法；"
        "不行，请管理员装 fcitx5 或 ibus 拼音后重新登录。"
    )
