"""A code table of one word, to be broken."""

TABLE = """\
label = "数"
standard = "GB/T 0"
source = "表 1"

[values]
1 = "一"

[also]
"壹" = "一"
"""
