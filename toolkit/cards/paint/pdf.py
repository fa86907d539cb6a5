"""Scenes as PDF: letters and shapes stay outlines, so that a poster is sharp at any size.

PDF 1.7, ISO 32000-1. There is no date and no id in a file: the same scenes give the same bytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from PIL import Image
from zlib_ng import zlib_ng

from toolkit.cards.colour import rgb
from toolkit.cards.paint.outlines import Outlines, circle, rounded
from toolkit.cards.paint.pictures import cut, whole
from toolkit.cards.paint.stencils import veil
from toolkit.cards.paint.vectors import axis, fill, number
from toolkit.cards.scene import Code, Disc, Fill, Gradient, Picture, Polygon, Text, Veil

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import uharfbuzz as hb

    from toolkit.cards.glyphs import Run
    from toolkit.cards.scene import Mark, Scene

VERSION = "2"
"""Part of every key: raise it when the same scenes would be written in another way."""
LEVEL = 6


@dataclass(frozen=True, slots=True)
class Placed:
    """A scene on a page: its left top corner in pt from the page's, and pt per px."""

    scene: Scene
    left: float
    top: float
    scale: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and what is on it; sizes in pt (1/72 inch)."""

    width: float
    height: float
    placed: tuple[Placed, ...]


def document(sheets: Sequence[Sheet], font_of: Callable[[str], hb.Font], title: str) -> bytes:
    """Return a PDF with a page for each sheet. Raises UnusableImageError for a bad picture."""
    writer = _Writer()
    artist = _Artist(writer, font_of)
    pages = writer.reserve()
    kids = []
    for sheet in sheets:
        parts = [_put(artist.form(p.scene), p, sheet.height) for p in sheet.placed]
        content = writer.stream("", "\n".join(parts).encode())
        box = f"[0 0 {number(sheet.width)} {number(sheet.height)}]"
        resources = f"<< /XObject << {artist.names()} >> >>"
        page = f"/Type /Page /Parent {pages} 0 R /MediaBox {box} /Contents {content} 0 R"
        kids.append(writer.add(f"<< {page} /Resources {resources} >>"))
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    writer.fill(pages, f"<< /Type /Pages /Count {len(kids)} /Kids [{listed}] >>")
    root = writer.add(
        f"<< /Type /Catalog /Pages {pages} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>"
    )
    told = title.encode("utf-16-be").hex().upper()
    return writer.file(root, writer.add(f"<< /Title <FEFF{told}> >>"))


def _put(form: str, placed: Placed, high: float) -> str:
    left, top = number(placed.left), number(high - placed.top)
    scale = number(placed.scale)
    return f"q {scale} 0 0 -{scale} {left} {top} cm /{form} Do Q"


@dataclass(slots=True)
class _Writer:
    """Numbers objects and remembers where they begin."""

    objects: list[bytes] = field(default_factory=list)

    def reserve(self) -> int:
        self.objects.append(b"")
        return len(self.objects)

    def fill(self, at: int, body: str) -> None:
        self.objects[at - 1] = body.encode("latin-1")

    def add(self, body: str) -> int:
        at = self.reserve()
        self.fill(at, body)
        return at

    def stream(self, told: str, body: bytes, *, packed: bool = False) -> int:
        data = body if packed else zlib_ng.compress(body, LEVEL)
        how = "" if packed else " /Filter /FlateDecode"
        head = f"<< {told}{how} /Length {len(data)} >>\nstream\n".encode("latin-1")
        self.objects.append(head + data + b"\nendstream")
        return len(self.objects)

    def file(self, root: int, info: int) -> bytes:
        out = io.BytesIO()
        out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        starts = []
        for at, body in enumerate(self.objects, 1):
            starts.append(out.tell())
            out.write(b"%d 0 obj\n%b\nendobj\n" % (at, body))
        table = out.tell()
        rows = "".join(f"{start:010} 00000 n \n" for start in starts)
        size = len(self.objects) + 1
        out.write(f"xref\n0 {size}\n0000000000 65535 f \n{rows}".encode())
        out.write(f"trailer\n<< /Size {size} /Root {root} 0 R /Info {info} 0 R >>\n".encode())
        out.write(f"startxref\n{table}\n%%EOF\n".encode())
        return out.getvalue()


class _Artist:
    """Writes scenes as forms, each once; glyphs and pictures are forms that scenes share."""

    def __init__(self, writer: _Writer, font_of: Callable[[str], hb.Font]) -> None:
        self._writer = writer
        self._outlines = Outlines(font_of)
        self._forms: dict[int, str] = {}
        self._kept: list[Scene] = []
        self._objects: dict[str, int] = {}
        self._glyphs: dict[tuple[str, int], str] = {}

    def names(self) -> str:
        """Return the resources: what every name stands for."""
        return " ".join(f"/{name} {at} 0 R" for name, at in self._objects.items())

    def form(self, scene: Scene) -> str:
        """Return the name under which a scene can be drawn."""
        if id(scene) not in self._forms:
            content = "\n".join(self._drawn(mark) for mark in scene.marks)
            self._kept.append(scene)
            self._forms[id(scene)] = self._form(content, f"0 0 {scene.width} {scene.height}")
        return self._forms[id(scene)]

    def _form(self, content: str, box: str) -> str:
        resources = f"/Resources << /XObject << {self.names()} >> >>"
        told = f"/Type /XObject /Subtype /Form /BBox [{box}] {resources}"
        return self._name("F", self._writer.stream(told, content.encode()))

    def _name(self, kind: str, at: int) -> str:
        name = f"{kind}{at}"
        self._objects[name] = at
        return name

    def _drawn(self, mark: Mark) -> str:
        match mark:
            case Text():
                return self._text(mark)
            case Picture():
                return self._picture(mark)
            case Gradient():
                return self._gradient(mark)
            case Veil():
                mask, left, top = veil(mark)
                image = Image.new("RGB", mask.size, rgb(mark.colour))
                image.putalpha(mask)
                return self._placed(image, left, top)
            case _:
                return _shape(mark)

    def _gradient(self, mark: Gradient) -> str:
        """Return a shaded rectangle; its axis is as long as the one that pixels are drawn by."""
        left, top, right, bottom = mark.box
        name = self._name("S", self._shading(mark))
        return f"q {left} {top} {right - left} {bottom - top} re W n /{name} Do Q"

    def _shading(self, mark: Gradient) -> int:
        """Return a form that is painted all over: a shading cannot be named among XObjects."""
        at = self._writer.add(axis(mark))
        left, top, right, bottom = mark.box
        told = (
            f"/Type /XObject /Subtype /Form /BBox [{left} {top} {right} {bottom}]"
            f" /Resources << /Shading << /Sh {at} 0 R >> >>"
        )
        return self._writer.stream(told, b"/Sh sh")

    def _text(self, mark: Text) -> str:
        parts = [fill(mark.colour)]
        for line in mark.lines:
            x, y = mark.x + line.x, mark.y + line.baseline
            parts += [self._run(run, x, y) for run in line.runs]
        return "\n".join(parts)

    def _run(self, run: Run, x: float, y: float) -> str:
        parts = []
        for glyph in run.glyphs:
            name = self._glyph(run, glyph.gid)
            if name:
                scale = number(run.size / self._outlines.units(run.font))
                at = f"{number(x + glyph.x)} {number(y + glyph.y)}"
                parts.append(f"q {scale} 0 0 -{scale} {at} cm /{name} Do Q")
        return " ".join(parts)

    def _glyph(self, run: Run, gid: int) -> str:
        """Return the name of a glyph in font units, empty for one that leaves no mark."""
        key = (run.font, gid)
        if key not in self._glyphs:
            self._glyphs[key] = self._emoji(run, gid) if run.in_colour else self._letter(run, gid)
        return self._glyphs[key]

    def _letter(self, run: Run, gid: int) -> str:
        path = self._outlines.path(run.font, gid)
        if not path:
            return ""
        high = 4 * self._outlines.units(run.font)
        told = f"/Type /XObject /Subtype /Form /BBox [-{high} -{high} {high} {high}]"
        return self._name("G", self._writer.stream(told, f"{path} f".encode()))

    def _emoji(self, run: Run, gid: int) -> str:
        found = self._outlines.bitmap(run.font, gid)
        if found is None:
            return ""
        image, (left, top, wide, high) = found
        picture = self._image(image)
        content = f"q {wide} 0 0 {high} {left} {top - high} cm /{picture} Do Q"
        return self._form(content, f"{left} {top - high} {left + wide} {top}")

    def _picture(self, mark: Picture) -> str:
        if mark.flat:
            sticker = whole(mark)
            image, left, top = sticker.image, sticker.left, sticker.top
        else:
            image, left, top = cut(mark), mark.box[0], mark.box[1]
        return self._placed(image, left, top)

    def _placed(self, image: Image.Image, left: float, top: float) -> str:
        name = self._image(image)
        return f"q {image.width} 0 0 -{image.height} {left} {top + image.height} cm /{name} Do Q"

    def _image(self, image: Image.Image) -> str:
        size = f"/Type /XObject /Subtype /Image /Width {image.width} /Height {image.height}"
        mask = ""
        if image.mode == "RGBA":
            grey = f"{size} /ColorSpace /DeviceGray /BitsPerComponent 8"
            mask = f" /SMask {self._writer.stream(grey, image.getchannel('A').tobytes())} 0 R"
        told = f"{size} /ColorSpace /DeviceRGB /BitsPerComponent 8{mask}"
        flat = image.convert("RGB")
        if mask:
            return self._name("I", self._writer.stream(told, flat.tobytes()))
        out = io.BytesIO()
        flat.save(out, "JPEG", quality=90, subsampling=0)
        body = self._writer.stream(f"{told} /Filter /DCTDecode", out.getvalue(), packed=True)
        return self._name("I", body)


def _shape(mark: Fill | Disc | Polygon | Code) -> str:
    """Return a shape of one colour."""
    match mark:
        case Fill():
            path = rounded(mark.box, mark.radius)
        case Disc():
            ring = circle(mark.x, mark.y, mark.hole) if mark.hole else ""
            path = f"{circle(mark.x, mark.y, mark.radius)} {ring}"
        case Polygon():
            way = " l ".join(f"{number(x)} {number(y)}" for x, y in mark.points)
            path = f"{way.replace(' l ', ' m ', 1)} l h"
        case Code():
            path = _cells(mark)
        case _:
            assert_never(mark)
    return f"{fill(mark.colour)} {path} f*"


def _cells(mark: Code) -> str:
    side = mark.module
    return " ".join(
        f"{mark.x + x * side} {mark.y + y * side} {side} {side} re"
        for y, row in enumerate(mark.rows)
        for x, bit in enumerate(row)
        if bit == "1"
    )
