"""Lists of records on the screen: read by pages, sorted by the store."""
