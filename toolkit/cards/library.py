"""All layouts and themes there are: the built-in ones and, over them, the campaign's own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Generic, TypeVar

from toolkit.cards import designs
from toolkit.cards.request import PictureFile
from toolkit.cards.shapes import LAYOUT, THEME, LayoutShape, ThemeShape
from toolkit.memory import Memory
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
    folder: Path | None = None,
    name: str = "cards",
    *,
    built_in: Path = BUILT_IN,
    memory: Memory | None = None,
) -> tuple[Library, tuple[Problem, ...]]:
    """Read the built-in designs, then `layouts/*.yml` and `themes/*.yml` of a campaign's folder.

    A file of the same name replaces a built-in design, or changes it by `extends:` of its own
    name. `name` is what the folder is called in problems, `built_in` the folder of ours.
    A file with problems gives no design. With a `memory`, a design whose files are as they were is
    the same object again; whoever keeps it settles it.
    """
    reader = _Reader(memory or Memory())
    homes = [(built_in, "toolkit/cards"), *([(folder, name)] if folder else [])]
    layouts: dict[str, Layout] = {}
    themes: dict[str, Theme] = {}
    for home, label in homes:
        layouts |= reader.folder(home / "layouts", f"{label}/layouts", LAYOUT, layouts)
        themes |= reader.folder(home / "themes", f"{label}/themes", THEME, themes)
    dresses = [theme.shape for theme in themes.values()]
    sound = {n: layout for n, layout in layouts.items() if reader.holds(layout, dresses)}
    for theme in themes.values():
        reader.worn(theme)
    return Library(sound, themes), in_reading_order(reader.problems)


class _Reader:
    """Reads folders of designs and gathers what is wrong; asks its memory before any work."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.problems: list[Problem] = []

    def folder(
        self, folder: Path, label: str, adapter: TypeAdapter[S], older: dict[str, Design[S]]
    ) -> dict[str, Design[S]]:
        """Read the files of a folder; those that others extend come first."""
        waiting: dict[str, Design[S]] = {}
        for path in sorted(folder.glob("*.yml")):
            design = self._read(path, f"{label}/{path.name}", adapter)
            if design:
                waiting[path.stem] = design
        done: dict[str, Design[S]] = {}
        while waiting:
            ready = [n for n, d in waiting.items() if d.shape.extends not in waiting.keys() - {n}]
            if not ready:
                self.problems += [_circle(design) for design in waiting.values()]
                break
            for stem in ready:
                design = waiting.pop(stem)
                merged = self._extended(design, {**older, **done}, adapter)
                if merged:
                    done[stem] = merged
        return done

    def holds(self, layout: Layout, themes: list[ThemeShape]) -> bool:
        """Look a layout over in all themes; False if it cannot be drawn at all."""
        name = ("circle", layout.documents[0].file)
        found = self._memory.recall(name, designs.circle, layout.shape, layout.documents)
        if found:
            self.problems.append(found)
            return False
        name = ("layout", layout.documents[0].file)
        inputs = (layout.shape, layout.documents, themes)
        self.problems += self._memory.recall(name, _layout_problems, *inputs)
        return True

    def worn(self, theme: Theme) -> None:
        name = ("theme", theme.documents[0].file)
        inputs = (theme.shape, theme.documents)
        self.problems += self._memory.recall(name, _theme_problems, *inputs)

    def _read(self, path: Path, file: str, adapter: TypeAdapter[S]) -> Design[S] | None:
        name = ("design", file)
        result = self._memory.recall(name, _parsed, path.read_bytes(), file, adapter)
        design: Design[S] | None = result[0]
        self.problems += result[1]
        return self._with_logo(path, design) if design else None

    def _extended(
        self, design: Design[S], known: dict[str, Design[S]], adapter: TypeAdapter[S]
    ) -> Design[S] | None:
        name = design.shape.extends
        if name is None:
            return design
        if name not in known:
            hint = did_you_mean(name, known) or "there are: " + ", ".join(sorted(known))
            place = design.documents[0].at(("extends",))
            message = f'there is nothing called "{name}" to extend'
            self.problems.append(Problem(place, message, hint, "design"))
            return None
        whose = ("merged", design.documents[0].file)
        both: Design[S] = self._memory.recall(whose, _merged, design, known[name], adapter)
        return both

    def _with_logo(self, path: Path, design: Design[S]) -> Design[S]:
        """Give a theme the logo that its file names; its content is read every time."""
        file = getattr(design.shape, "logo", None)
        if not file:
            return design
        logo = path.parent / file
        if logo.resolve().parent != path.parent.resolve() or not logo.is_file():
            message = f'there is no file "{file}" beside this theme'
            hint = "put the logo into the same folder and write its name"
            place = design.documents[0].at(("logo",))
            self.problems.append(Problem(place, message, hint, "design"))
            return design
        content = hashlib.sha256(logo.read_bytes()).hexdigest()
        name = ("logo", design.documents[0].file)
        marked: Design[S] = self._memory.recall(name, _marked, design, logo, content)
        return marked


def _parsed(
    data: bytes, file: str, adapter: TypeAdapter[S]
) -> tuple[Design[S] | None, tuple[Problem, ...]]:
    document, problems = parse(data, file)
    if document is None:
        return None, problems
    result = shaped(document, adapter)
    shape: S | None = result[0]
    problems += result[1]
    if shape is None:
        return None, problems
    digest = hashlib.sha256(data).hexdigest()
    return Design(PurePosixPath(file).stem, shape, digest, (document,)), problems


def _merged(design: Design[S], base: Design[S], adapter: TypeAdapter[S]) -> Design[S]:
    merged = designs.merged(
        base.shape.model_dump(exclude_unset=True), design.shape.model_dump(exclude_unset=True)
    )
    digest = hashlib.sha256((base.digest + design.digest).encode()).hexdigest()
    documents = (*design.documents, *base.documents)
    shape = adapter.validate_python(merged)
    return Design(design.name, shape, digest, documents, design.logo or base.logo)


def _marked(design: Design[S], logo: Path, content: str) -> Design[S]:
    whole = hashlib.sha256((design.digest + content).encode()).hexdigest()
    return replace(design, digest=whole, logo=PictureFile("logo", logo, content))


def _layout_problems(
    shape: LayoutShape, documents: tuple[Document, ...], themes: list[ThemeShape]
) -> tuple[Problem, ...]:
    return tuple(designs.layout_problems(shape, documents, themes))


def _theme_problems(shape: ThemeShape, documents: tuple[Document, ...]) -> tuple[Problem, ...]:
    return tuple(designs.theme_problems(shape, documents))


def _circle(design: Design[S]) -> Problem:
    place: Place = design.documents[0].at(("extends",))
    message = "these designs extend each other in a circle"
    return Problem(place, message, "let one of them stand on its own", "design")
