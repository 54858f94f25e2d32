"""预览与打印 — papers seen before they are printed, and the printers they go to."""
