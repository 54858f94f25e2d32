from liaison_desktop.model.crash import crash_report


def test_a_report_says_where_and_what_kind_and_never_what_was_typed() -> None:
    try:
        try:
            raise KeyError("李桂芳 13800001234")
        except KeyError as cause:
            raise ValueError("原话") from cause
    except ValueError as error:
        report = crash_report(error)
    assert "ValueError" in report
    assert "KeyError" in report
    assert "tests/model/test_crash.py" in report
    assert not [typed for typed in ("李桂芳", "13800001234", "原话") if typed in report]
