"""Dates and times, composed: a moment (now, yesterday, three weeks ago, a given date), a form in
which it is shown (an ISO date, a weekday, seconds since 1970), and what is done with it.

The parts lie in `parts/`; the families beside it say which combinations there are.
"""
