"""更多 — what is done with a ledger more rarely: its columns, other tables, the public edition."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog

from liaison_desktop.desk.template_maps import Template
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.menu import Menu
from liaison_desktop.ui.sheet_field import documents_folder

if TYPE_CHECKING:
    from liaison_desktop.ui.pages.ledger_list import LedgerList


class LedgerMore:
    """The menu of one list, and what opens from it over the list."""

    def __init__(self, shown: LedgerList) -> None:
        self._list, self._room, self._look = shown, shown.room, shown.look

    def menu(self) -> Menu:
        """Return the menu, as far as the user may."""
        menu = Menu(self._list)
        columns = self._list.table.columns_menu()
        columns.setTitle(tr("栏目"))
        menu.addMenu(columns)
        roles = self._room.desk.user.roles_on(self._room.desk.today())
        if authorize(roles, Action.PRINT):
            menu.addAction(tr("填县里的表……"), self._choose_template)
        if self._look.imports is not None and authorize(roles, Action.IMPORT):
            menu.addAction(tr("从表格导入……"), self._choose_table)
        if self._look.opens == "person" and authorize(roles, Action.MERGE_PEOPLE):
            menu.addAction(tr("疑似同一人……"), self.show_pairs)
        if self._look.ledger.has_public and authorize(roles, Action.PRINT):
            menu.addAction(tr("打印公开版（脱敏）"), self._draw_public)
            menu.addAction(tr("导出公开版表格（脱敏）"), self._write_public)
        return menu

    def show(self) -> None:
        """Open the menu above its button."""
        menu = self.menu()
        at = QPoint(0, -menu.sizeHint().height())
        menu.popup(self._list.more_button.mapToGlobal(at))
        menu.setActiveAction(menu.actions()[0])

    def show_template(self, path: Path) -> None:
        """Show which column of a county's table is filled with what."""
        from liaison_desktop.ui.pages.fill_template import TemplateDialog

        shown = self._list
        TemplateDialog(self._room, shown.ledger, path, self._fill_template, shown).open()

    def import_table(self, path: Path) -> None:
        """Show what a table would bring in."""
        from liaison_desktop.ui.pages.import_table import ImportDialog

        if self._look.imports is not None:
            ImportDialog(self._room, self._look.imports, path, self._list).open()

    def show_pairs(self) -> None:
        """Show who is likely the same."""
        from liaison_desktop.ui.pages.likely_pairs import PairsDialog

        PairsDialog(self._room, self._list).open()

    def _draw_public(self) -> None:
        chosen, order = self._list.filter.value(), self._list.order_on_paper()
        self._list.export.draw_pdf(chosen, order, is_public=True)

    def _write_public(self) -> None:
        chosen, order = self._list.filter.value(), self._list.order_on_paper()
        self._list.export.write_sheet(chosen, order, is_public=True)

    def _choose_template(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self._list, tr("填县里的表"), str(documents_folder()), tr("Excel 表格 (*.xlsx)")
        )
        if path:
            self.show_template(Path(path))

    def _fill_template(self, template: Template) -> None:
        self._list.export.fill(template, self._list.filter.value(), self._list.order_on_paper())

    def _choose_table(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self._list, tr("从表格导入"), str(documents_folder()), tr("表格 (*.xlsx *.csv)")
        )
        if path:
            self.import_table(Path(path))
