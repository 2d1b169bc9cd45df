"""Forms in which a moment is shown: the format of date, and how it is called."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Form:
    """A format with its English."""

    key: str
    format: str
    """As the command writes it."""
    what: str
    """What is shown: "the date", "the weekday"."""
    suffix: str = ""
    """What follows the moment: "as YYYY-MM-DD"."""
    timed: bool = False
    """Whether it shows the time of day."""
    weight: float = 1.0

    def at(self, moment: str) -> str:
        """The English for a moment, such as "of yesterday"."""
        return f"{self.what} {moment}{self.suffix and ' ' + self.suffix}"

    @property
    def today(self) -> str:
        """The English for today."""
        if self.timed:
            return f"the current {self.what[4:]}{self.suffix and ' ' + self.suffix}"
        base = self.what.removeprefix("the ")
        of_today = f"the {base} of today" if self.what != "the date" else "today's date"
        return f"[today's {base}|{of_today}]{self.suffix and ' ' + self.suffix}"

    @property
    def given(self) -> str:
        """The English for {date}."""
        return f"{{date}} {self.suffix}" if self.suffix else f"{self.what} of {{date}}"

    def show(self, moment: datetime) -> str:
        """What date prints."""
        form = self.format.strip("'+").replace("%F", "%Y-%m-%d").replace("%T", "%H:%M:%S")
        return str(int(moment.timestamp())) if form == "%s" else moment.strftime(form)


FORMS = (
    Form("iso", "+%F", "the date", "[as year-month-day|as YYYY-MM-DD|in ISO format]", weight=3),
    Form("weekday", "+%A", "the [weekday|day of the week|name of the weekday]", weight=2),
    Form("slashes", "+%d/%m/%Y", "the date", "as [DD/MM/YYYY|day/month/year]"),
    Form("american", "+%m/%d/%Y", "the date", "as [MM/DD/YYYY|month/day/year]"),
    Form("dots", "+%d.%m.%Y", "the date", "as [DD.MM.YYYY|day.month.year]"),
    Form("compact", "+%Y%m%d", "the date", "as [YYYYMMDD|eight digits, year first]"),
    Form(
        "long",
        "'+%A, %d %B %Y'",
        "the date",
        "[with weekday and month name|with the weekday and month spelt out"
        "|in words, such as Monday, 02 January 2023]",
    ),
    Form("week", "+%V", "the [ISO |]week number"),
    Form("day-of-year", "+%j", "the [number of the day in the year|day of the year]"),
    Form("month", "+%B", "the [name of the month|month's name]"),
    Form("year", "+%Y", "the year"),
    Form(
        "epoch",
        "+%s",
        "the [Unix time|Unix timestamp|epoch time|time in seconds since 1970]",
        timed=True,
        weight=1.5,
    ),
    Form(
        "both",
        "'+%F %T'",
        "the [date and time|time stamp|timestamp]",
        "[as YYYY-MM-DD HH:MM:SS|in the form YYYY-MM-DD HH:MM:SS]",
        timed=True,
    ),
)
DATES = tuple(form for form in FORMS if not form.timed)
"""Those that show no time of day."""
NAMED = {form.key: form for form in FORMS}
