"""All layouts and themes there are: the built-in ones and, over them, the campaign's own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from toolkit.cards import designs
from toolkit.cards.request import PictureFile
from toolkit.cards.shapes import LAYOUT, THEME, LayoutShape, ThemeShape
from toolkit.problems import Place, Problem, did_you_mean, in_reading_order
from toolkit.read import Document, parse, shaped

if TYPE_CHECKING:
    from pydantic import TypeAdapter

BUILT_IN = Path(__file__).parent
S = TypeVar("S", LayoutShape, ThemeShape)


@dataclass(frozen=True, slots=True, eq=False)
class Design(Generic[S]):
    """A layout or a theme with all that it extends merged in.

    `digest` (sha256, hex) changes with anything that is written in it. `documents` are the files
    it comes from, its own one first.
    """

    name: str
    shape: S
    digest: str
    documents: tuple[Document, ...]
    logo: PictureFile | None = None


Layout = Design[LayoutShape]
Theme = Design[ThemeShape]


@dataclass(frozen=True, slots=True)
class Library:
    """Layouts and themes by name."""

    layouts: dict[str, Layout]
    themes: dict[str, Theme]


def load_library(
    folder: Path | None = None, name: str = "cards", *, built_in: Path = BUILT_IN
) -> tuple[Library, tuple[Problem, ...]]:
    """Read the built-in designs, then `layouts/*.yml` and `themes/*.yml` of a campaign's folder.

    A file of the same name replaces a built-in design, or changes it by `extends:` of its own
    name. `name` is what the folder is called in problems, `built_in` the folder of ours.
    A file with problems gives no design.
    """
    problems: list[Problem] = []
    layouts: dict[str, Layout] = {}
    themes: dict[str, Theme] = {}
    homes = [(built_in, "toolkit/cards"), *([(folder, name)] if folder else [])]
    for home, label in homes:
        layouts |= _folder(home / "layouts", f"{label}/layouts", LAYOUT, layouts, problems)
        themes |= _folder(home / "themes", f"{label}/themes", THEME, themes, problems)
    for name_, layout in list(layouts.items()):
        if circle := designs.circle(layout.shape, layout.documents):
            problems.append(circle)
            del layouts[name_]
            continue
        problems += designs.layout_problems(layout.shape, layout.documents, _themes(themes))
    for theme in themes.values():
        problems += designs.theme_problems(theme.shape, theme.documents)
    return Library(layouts, themes), in_reading_order(problems)


def _themes(themes: dict[str, Theme]) -> list[ThemeShape]:
    return [theme.shape for theme in themes.values()]


def _folder(
    folder: Path,
    label: str,
    adapter: TypeAdapter[S],
    older: dict[str, Design[S]],
    problems: list[Problem],
) -> dict[str, Design[S]]:
    """Read the files of a folder; those that others extend come first."""
    waiting: dict[str, Design[S]] = {}
    for path in sorted(folder.glob("*.yml")):
        design = _read(path, f"{label}/{path.name}", adapter, problems)
        if design:
            waiting[path.stem] = design
    done: dict[str, Design[S]] = {}
    while waiting:
        ready = [n for n, d in waiting.items() if d.shape.extends not in waiting.keys() - {n}]
        if not ready:
            problems += [_circle(design) for design in waiting.values()]
            break
        for stem in ready:
            design = waiting.pop(stem)
            merged = _extended(design, {**older, **done}, adapter, problems)
            if merged:
                done[stem] = merged
    return done


def _read(
    path: Path, file: str, adapter: TypeAdapter[S], problems: list[Problem]
) -> Design[S] | None:
    data = path.read_bytes()
    document, found = parse(data, file)
    problems += found
    if document is None:
        return None
    result = shaped(document, adapter)
    shape: S | None = result[0]
    problems += result[1]
    digest = hashlib.sha256(data).hexdigest()
    return _with_logo(path, shape, digest, document, problems) if shape else None


def _extended(
    design: Design[S],
    known: dict[str, Design[S]],
    adapter: TypeAdapter[S],
    problems: list[Problem],
) -> Design[S] | None:
    name = design.shape.extends
    if name is None:
        return design
    if name not in known:
        hint = did_you_mean(name, known) or "there are: " + ", ".join(sorted(known))
        place = design.documents[0].at(("extends",))
        problems.append(
            Problem(place, f'there is nothing called "{name}" to extend', hint, "design")
        )
        return None
    base: Design[S] = known[name]
    merged = designs.merged(
        base.shape.model_dump(exclude_unset=True), design.shape.model_dump(exclude_unset=True)
    )
    digest = hashlib.sha256((base.digest + design.digest).encode()).hexdigest()
    documents = (*design.documents, *base.documents)
    shape = adapter.validate_python(merged)
    return Design(design.name, shape, digest, documents, design.logo or base.logo)


def _with_logo(
    path: Path, shape: S, digest: str, document: Document, problems: list[Problem]
) -> Design[S]:
    """Make a design of a file; a theme's logo is read for its content."""
    design = Design(path.stem, shape, digest, (document,))
    file = getattr(shape, "logo", None)
    if not file:
        return design
    logo = path.parent / file
    if logo.resolve().parent != path.parent.resolve() or not logo.is_file():
        message = f'there is no file "{file}" beside this theme'
        hint = "put the logo into the same folder and write its name"
        problems.append(Problem(document.at(("logo",)), message, hint, "design"))
        return design
    content = hashlib.sha256(logo.read_bytes()).hexdigest()
    whole = hashlib.sha256((digest + content).encode()).hexdigest()
    return replace(design, digest=whole, logo=PictureFile("logo", logo, content))


def _circle(design: Design[S]) -> Problem:
    place: Place = design.documents[0].at(("extends",))
    message = "these designs extend each other in a circle"
    return Problem(place, message, "let one of them stand on its own", "design")
