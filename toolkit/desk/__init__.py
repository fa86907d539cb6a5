"""Write a letter as one target will read it, and every way of getting it there."""

from toolkit.desk.blanks import Gap, filled, gaps, pieces
from toolkit.desk.deadline import ends
from toolkit.desk.mail import MAIL_ROOM, WEB_ROOM, gmail, mailto, outlook
from toolkit.desk.phone import dialled
from toolkit.desk.reading import minutes, seconds_to_say
from toolkit.desk.sheet import Sheet, languages_of, sheet

__all__ = [
    "MAIL_ROOM",
    "WEB_ROOM",
    "Gap",
    "Sheet",
    "dialled",
    "ends",
    "filled",
    "gaps",
    "gmail",
    "languages_of",
    "mailto",
    "minutes",
    "outlook",
    "pieces",
    "seconds_to_say",
    "sheet",
]
