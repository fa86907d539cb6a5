"""Which of the things that `toolkit cards` can do was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.plan import studio
from toolkit.plan.choice import AskedWronglyError, Choice
from toolkit.plan.drawing import CACHE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from toolkit.plan.options import Options
    from toolkit.plan.studio import Said

SHEETS = {".html", ".png"}


def press(
    root: Path,
    options: Options,
    say: Callable[[str], None],
    *,
    only: tuple[str, ...] = (),
    formats: tuple[str, ...] = (),
    languages: tuple[str, ...] = (),
    themes: tuple[str, ...] = (),
    layouts: tuple[str, ...] = (),
    out: Path | None = None,
    sheet: Path | None = None,
    page: Path | None = None,
    against: str | None = None,
    guides: bool = False,
    watch: bool = False,
    sign: bool = False,
) -> Said:
    """Do what the options of the command ask for; AskedWronglyError for what makes no sense.

    `say` prints a line while a sheet is being watched.
    """
    choice = Choice(only, formats, languages, themes, layouts)
    if sum((bool(out), bool(sheet), against is not None, sign)) > 1:
        raise AskedWronglyError("choose one of --out, --contact-sheet, --diff and --sign")
    if sheet:
        if sheet.suffix not in SHEETS:
            raise AskedWronglyError("a contact sheet is a file that ends in .html or .png")
        if watch:
            studio.watch(root, options, choice, sheet, say, guides=guides)
        return studio.contact_sheet(root, options, choice, sheet, guides=guides)
    if watch or guides:
        raise AskedWronglyError("--watch and --guides need --contact-sheet FILE.html")
    if against is not None:
        file = page or root / CACHE / "difference.html"
        return studio.compare(root, options, choice, against, file)
    if sign:
        return studio.sign(root, options, choice)
    return studio.draw(root, options, choice, out)
