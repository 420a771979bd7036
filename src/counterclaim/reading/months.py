"""English months as they stand in datelines and in the dates of pages."""

from __future__ import annotations

NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTHS = {name[:3].lower(): number for number, name in enumerate(NAMES, 1)}
# One group: the month's name, whole or cut to three or four letters, with or without a stop.
MONTH = "(" + "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in NAMES).replace(
    "Sep(?:tember)?", "Sep(?:t(?:ember)?)?"
) + r")\b\.?"  # fmt: skip
