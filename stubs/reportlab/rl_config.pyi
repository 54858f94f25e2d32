useA85: int  # noqa: N816 - the name in the library
