"""联络站前台 · Liaison Desktop: the front desk of a deputy liaison station, offline."""

__version__ = "0.1.0"
