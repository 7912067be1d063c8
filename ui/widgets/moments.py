"""Moments as people say them: today 14:32, yesterday 08:00, 23/11/2026 08:00."""

from datetime import date, datetime, timedelta

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def moment_words(moment: datetime, today: date) -> str:
    """Say when something was, seen from today."""
    here = moment.astimezone()
    if here.date() == today:
        return f"hôm nay {here:%H:%M}"
    if here.date() == today - timedelta(days=1):
        return f"hôm qua {here:%H:%M}"
    return f"{here:%d/%m/%Y %H:%M}"


def day_words(day: date) -> str:
    """Say a day with the day of its week: "Thứ Hai, 23/11/2026"."""
    return f"{_WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"
