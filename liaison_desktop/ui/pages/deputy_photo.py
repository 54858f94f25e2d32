"""照片 — a deputy's photo as it stands on his page, in the pixels of the screen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.theme import current

WIDTH, HEIGHT = 105, 147
"""A photo of 5 : 7, as papers have it (25 mm × 35 mm)."""


class Photo(QLabel):
    """The whole picture, scaled into its frame; words where there is none or it cannot be read."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("photo")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self._picture: QImage | None = None
        self.show_photo(None, "")

    def show_photo(self, data: bytes | None, name: str) -> None:
        """Show the picture that these bytes are; empty bytes are one that is damaged."""
        picture = QImage.fromData(data) if data else QImage()
        self._picture = None if picture.isNull() else picture
        if self._picture is None:
            self.setPixmap(QPixmap())
            self.setText(tr("还没有照片") if data is None else tr("照片读不出来"))
        words = tr("{name}的照片") if self._picture is not None else tr("{name}还没有照片")
        self.setAccessibleName(words.format(name=name))
        self._fit()

    def has_photo(self) -> bool:
        """Return whether a picture is shown."""
        return self._picture is not None

    def _fit(self) -> None:
        frame = QSize(current().px(WIDTH), current().px(HEIGHT))
        self.setFixedSize(frame)
        if self._picture is None:
            return
        ratio = self.devicePixelRatio()
        size = (frame - QSize(4, 4)) * ratio
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown = QPixmap.fromImage(self._picture.scaled(size, keep, smooth))
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(shown)
