"""The refusal of a foreign file, and the sentences several checks share."""

DAMAGED = "Tệp bị hỏng hoặc chép chưa xong: chép lại từ nguồn, hoặc mở bằng Excel, Word rồi lưu lại."
PASSWORD = "Tệp có mật khẩu: mở bằng Excel hoặc Word, bỏ mật khẩu, lưu lại rồi nhập."  # noqa: S105 - a sentence


class Unreadable(Exception):  # noqa: N818 - reads as what it says of the file
    """The file cannot be read; the message tells the user why and how to mend it."""
