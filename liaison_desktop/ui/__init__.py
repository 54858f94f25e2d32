"""The windows. Whoever loads a part of them has its overrides of Qt guarded."""

from liaison_desktop.ui.overrides import guard_overrides

guard_overrides()
