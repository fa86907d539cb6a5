"""Which fonts there are, as a value, so that no card depends on the machine it is made on.

How to get at a font for painting: `fonts.hb_font(run.font, run.size)` is a HarfBuzz font whose
units are 1/64 px, to be given to `uharfbuzz.RasterDraw`; it is made once per id and size.
"""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

if TYPE_CHECKING:
    from collections.abc import Iterable

BUNDLED = Path(__file__).parent / "fontdata"
# The optional extra `cjk`: packages that carry one font file each.
PACKAGES = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")
SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_Files = tuple[tuple[Path, int, int], ...]
PER_PX = 64  # units of a sized HarfBuzz font per px


@dataclass(frozen=True, slots=True)
class Face:
    """One font of one file. `id` is unique; `extra` marks faces of optional packages."""

    id: str
    family: str
    weight: int
    italic: bool
    path: Path
    index: int = 0
    in_colour: bool = False
    extra: bool = False


@dataclass(frozen=True, slots=True)
class Metrics:
    """Vertical measures of a face in em, all positive: what lines are placed by."""

    ascent: float
    descent: float
    cap_height: float
    x_height: float


class _Warm:
    """What a process keeps open. It is empty again in another process."""

    def __init__(self) -> None:
        self.units: dict[str, hb.Font] = {}
        self.sized: dict[tuple[str, float], hb.Font] = {}
        self.kept: dict[Any, Any] = {}

    def __reduce__(self) -> tuple[type[_Warm], tuple[()]]:
        return _Warm, ()


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of a build, in the order in which they are asked for a character."""

    faces: tuple[Face, ...]
    _warm: _Warm = field(default_factory=_Warm, init=False, compare=False, repr=False)

    @property
    def hash(self) -> str:
        """Hex digest of every font's id and bytes. Reads every file once in a process."""
        found: str = self.keep(("hash",), self._hashed)
        return found

    def _hashed(self) -> str:
        ids = ((face.id, self.digest(face.id)) for face in self.faces)
        return hashlib.sha256(repr(tuple(ids)).encode()).hexdigest()

    def digest(self, font_id: str) -> str:
        """Hex digest of one font's bytes: a card's cache key needs only those its runs name."""
        face = self.face(font_id)
        read: str = self.keep(("digest", face.path), lambda: _digest(face.path))
        return f"{read}#{face.index}"

    def face(self, font_id: str) -> Face:
        """Return the face with this id; KeyError if there is none."""
        by_id: dict[str, Face] = self.keep(("ids",), lambda: {f.id: f for f in self.faces})
        return by_id[font_id]

    def units(self, font_id: str) -> hb.Font:
        """Return the font at design units (its scale is `face.upem`)."""
        font = self._warm.units.get(font_id)
        if font is None:
            face = self.face(font_id)
            font = self._warm.units[font_id] = hb.Font(_open(face.path, face.index))
        return font

    def hb_font(self, font_id: str, size: float) -> hb.Font:
        """Return the font at `size` px per em, in units of 1/64 px."""
        font = self._warm.sized.get((font_id, size))
        if font is None:
            font = hb.Font(self.units(font_id).face)
            font.scale = (round(size * PER_PX), round(size * PER_PX))
            self._warm.sized[font_id, size] = font
        return font

    def covers(self, font_id: str, codepoint: int) -> bool:
        """Whether the font maps this code point."""
        return self.units(font_id).get_nominal_glyph(codepoint) is not None

    def metrics(self, font_id: str) -> Metrics:
        """Return the vertical measures of a face, in em."""
        found: Metrics = self.keep(("metrics", font_id), lambda: _metrics(self.units(font_id)))
        return found

    def stack(self, families: tuple[str, ...], weight: int, *, italic: bool) -> tuple[Face, ...]:
        """Return one face per family, in asking order: the named families, then all others."""
        key = ("stack", families, weight, italic)
        found: tuple[Face, ...] = self.keep(key, lambda: _stack(self, families, weight, italic))
        return found

    def families(self) -> tuple[str, ...]:
        """Return the names of all families, in order, each once."""
        return tuple(dict.fromkeys(face.family for face in self.faces))

    def keep(self, key: tuple[object, ...], make: Any) -> Any:  # noqa: ANN401
        """Return what was made for this key in this process, making it if need be."""
        kept = self._warm.kept
        if key not in kept:
            kept[key] = make()
        return kept[key]


def load_fonts(extra_folders: Iterable[Path] = (), *, packages: Iterable[str] = PACKAGES) -> Fonts:
    """Return the campaign's own fonts, the bundled ones, and those of installed extras.

    Folders are searched in order, files by name; of two fonts with one id the first is kept.
    A file that is no font raises ValueError with its path. Load anew when a font file changes:
    as long as none does, a process gets the same value with all that it keeps open.
    """
    own = (file for folder in extra_folders for file in _in_folder(folder))
    extras = (file for name in packages for file in _in_folder(_package(name)))
    return _loaded(tuple(own), tuple(_in_folder(BUNDLED)), tuple(extras))


@lru_cache(maxsize=4)
def _loaded(own_files: _Files, bundled_files: _Files, extra_files: _Files) -> Fonts:
    own, bundled = _faces_of(own_files), _faces_of(bundled_files)
    extras = _faces_of(extra_files, extra=True)
    text = [f for f in (*own, *bundled) if not f.in_colour]
    colour = [f for f in (*own, *bundled) if f.in_colour]
    unique: dict[str, Face] = {}
    for face in (*text, *colour, *extras):
        unique.setdefault(face.id, face)
    return Fonts(tuple(unique.values()))


def _package(name: str) -> Path | None:
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def _in_folder(folder: Path | None) -> _Files:
    """Return the font files of a folder, each with when it was changed and its size."""
    if folder is None or not folder.is_dir():
        return ()
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES)
    return tuple((p, p.stat().st_mtime_ns, p.stat().st_size) for p in files)


def _faces_of(files: _Files, *, extra: bool = False) -> list[Face]:
    return [face for path, _, _ in files for face in _faces(path, extra=extra)]


def _faces(path: Path, *, extra: bool) -> list[Face]:
    first = _open(path, 0)
    if not first.glyph_count:
        raise ValueError(f"{path} is not a font we can read (TrueType or OpenType)")
    count = int(first.count) if path.suffix.lower() in {".ttc", ".otc"} else 1
    return [_describe(path, index, extra=extra) for index in range(count)]


def _describe(path: Path, index: int, *, extra: bool) -> Face:
    face = _open(path, index)
    font = hb.Font(face)
    names = hb.OTNameIdPredefined
    family = face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY)
    narrow = " Condensed" if font.get_style_value(hb.StyleTag.WIDTH) < 90 else ""  # noqa: PLR2004
    return Face(
        id=f"{path.stem}#{index}" if index else path.stem,
        family=(family or path.stem) + narrow,
        weight=round(font.get_style_value(hb.StyleTag.WEIGHT)),
        italic=bool(font.get_style_value(hb.StyleTag.ITALIC)),
        path=path,
        index=index,
        in_colour=bool(face.has_color_png),
        extra=extra,
    )


def _open(path: Path, index: int) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(path)), index)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _metrics(font: hb.Font) -> Metrics:
    extents, tag = font.get_font_extents("ltr"), hb.OTMetricsTag
    upem = font.face.upem
    return Metrics(
        ascent=extents.ascender / upem,
        descent=-extents.descender / upem,
        cap_height=font.get_metric_position_with_fallback(tag.CAP_HEIGHT) / upem,
        x_height=font.get_metric_position_with_fallback(tag.X_HEIGHT) / upem,
    )


def _stack(fonts: Fonts, families: tuple[str, ...], weight: int, italic: bool) -> tuple[Face, ...]:  # noqa: FBT001
    order = dict.fromkeys((*families, *fonts.families()))
    found = (_nearest(fonts, family, weight, italic=italic) for family in order)
    return tuple(face for face in found if face)


def _nearest(fonts: Fonts, family: str, weight: int, *, italic: bool) -> Face | None:
    """Slant before weight; of two weights equally far, the heavier (cards are read small)."""
    same = [face for face in fonts.faces if face.family == family]
    return min(
        same, key=lambda f: (f.italic != italic, abs(f.weight - weight), -f.weight), default=None
    )


_CJK = frozenset({"Hani", "Hira", "Kana", "Hang", "Bopo"})


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character, or an emoji sequence, that no font here can draw.

    `script` is its ISO 15924 code: empty for signs and emoji, Zzzz for a script we do not know.
    """

    char: str
    script: str

    @property
    def codepoints(self) -> str:
        """The code points as Unicode writes them, `U+65E5`."""
        return " ".join(f"U+{ord(char):04X}" for char in self.char)

    @property
    def advice(self) -> str:
        """What a campaigner can do about it."""
        if self.script in _CJK:
            return "install the East Asian fonts: pip install 'social-toolkit[cjk]'"
        if not self.char[0].isprintable():
            return "delete this invisible character"
        return "put a font that has it into cards/fonts/, or write it another way"

    def __str__(self) -> str:
        """One sentence for people."""
        shown = f"“{self.char}” " if self.char[0].isprintable() else ""
        return f"no font has {shown}({self.codepoints})"
