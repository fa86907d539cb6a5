"""A hand-made card takes the place of a generated one everywhere, and hostile ones take none."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.plan import small
from toolkit.plan import build
from toolkit.plan.press import press

if TYPE_CHECKING:
    from pathlib import Path

RED = (200, 10, 20)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "cards/river").mkdir(parents=True)
    return small.project(tmp_path)


def put(
    root: Path, name: str, body: bytes | None = None, size: tuple[int, int] = (1080, 1350)
) -> None:
    (root / "cards/river" / name).write_bytes(body or picture(size))


def picture(size: tuple[int, int] = (1080, 1350), kind: str = "PNG", **told: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, RED).save(out, kind, **told)
    return out.getvalue()


def said(root: Path) -> list[str]:
    found = build(root, small.OPTIONS).problems
    return [str(p) for p in found if p.rule == "hand-made"]


def sign(root: Path) -> None:
    press(root, small.OPTIONS, print, sign=True)


def test_it_is_on_the_page_in_the_zip_and_in_the_list_and_nothing_is_drawn_for_it(
    root: Path,
) -> None:
    put(root, "first-en@1080x1350.png")

    plan = small.planned(root)

    (card,) = (c for c in plan.cards if c.by_hand)
    with Image.open(plan.pictures[card.path]) as image:
        assert image.convert("RGB").getpixel((5, 5)) == RED
    assert card.path in plan.files["river/first/index.html"].decode()
    (path,) = (k.there() for n, k in plan.parcels.items() if "river-en-portrait" in n)
    with zipfile.ZipFile(path) as archive:
        assert archive.read(f"en/portrait/{card.name}") == plan.pictures[card.path].read_bytes()
        assert card.name in archive.read("en/alt-texts.txt").decode()
        assert '"made": "by hand"' in archive.read("manifest.json").decode()
    assert plan.painted == len(plan.cards) - 1


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("first@1080x1350.png", ("en", "portrait")),
        ("first-es@1080x1350.png", ("es", "portrait")),
        ("FIRST-es@1080X1350.PNG".replace("FIRST", "first"), ("es", "portrait")),
    ],
)
def test_without_a_language_it_is_in_the_first_one_of_its_post(
    root: Path, name: str, owner: tuple[str, str]
) -> None:
    put(root, name)

    (card,) = (c for c in small.planned(root).cards if c.by_hand)

    assert (card.language, card.format) == owner


def test_the_campaigns_own_card_can_be_made_by_hand_as_jpeg(root: Path) -> None:
    put(root, "campaign-es@1200x630.jpg", picture((1200, 630), "JPEG"))

    (card,) = (c for c in small.planned(root).cards if c.by_hand)

    assert (card.language, card.format, card.path[-4:]) == ("es", "link", ".jpg")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("frist-en@1080x1350.png", 'has no post "frist-en"\n  hint: did you mean "first-en"?'),
        ("first-fr@1080x1350.png", 'has no post "first-fr"'),
        ("first-en@1080x1351.png", 'did you mean "1080x1350"?'),
        ("first-en@1080x1080.png", "its name says 1080x1080, but it is 1080x1350 px"),
        ("first.png", "name it after its post and size"),
        ("campaign@1080x1350.png", "the campaign has no card of this size"),
    ],
)
def test_a_name_that_fits_nothing_is_located_and_says_what_would(
    root: Path, name: str, words: str
) -> None:
    put(root, name)

    (problem,) = said(root)

    assert problem.startswith(f"cards/river/{name}:1:1: ")
    assert words in problem


def test_a_folder_that_is_no_campaign_and_two_files_for_one_card_are_said(root: Path) -> None:
    put(root, "first@1080x1350.png")
    put(root, "first-en@1080x1350.png")
    (root / "cards/rivr").mkdir()

    found = "\n".join(said(root))

    assert 'did you mean "river"?' in found
    assert "replaces the same card" in found


def test_an_unsigned_one_and_one_whose_words_changed_are_warned_about(root: Path) -> None:
    put(root, "first-en@1080x1350.png")
    assert "nobody has said yet" in said(root)[0]

    sign(root)
    assert said(root) == []

    small.edited(root, "belongs to everybody", "is ours")
    (stale,) = said(root)
    assert "warning: this card was made for other words" in stale
    assert not build(root, small.OPTIONS).failed


def bomb() -> bytes:
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 9999)), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(b)) + n + b + struct.pack(">I", zlib.crc32(n + b)) for n, b in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def moving() -> bytes:
    frames = [Image.new("RGB", (1080, 1350), (level, 0, 0)) for level in (0, 255)]
    out = io.BytesIO()
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    return out.getvalue()


@pytest.mark.parametrize(
    "body",
    [b"", b"not a picture", picture()[:200], bomb(), moving(), b"GIF89a" + picture(kind="GIF")[6:]],
    ids=["empty", "text", "truncated", "bomb", "moving", "gif"],
)
def test_a_hostile_file_is_refused_in_words(root: Path, body: bytes) -> None:
    (root / "cards/river/first-en@1080x1350.png").write_bytes(body)

    found = build(root, small.OPTIONS)

    assert found.failed
    (problem,) = (p for p in found.problems if p.rule == "hand-made" and p.severity == "error")
    assert "this picture cannot be used" in problem.message


def test_a_link_out_of_the_project_is_refused(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "x.png"
    outside.write_bytes(picture())
    (root / "cards/river/first-en@1080x1350.png").symlink_to(outside)

    assert "no file inside the project" in said(root)[0]


def exif(orientation: int) -> Image.Exif:
    told = Image.Exif()
    told[0x0112] = orientation
    told[0x010F] = "A camera"
    told.get_ifd(0x8825)[1] = "N"
    return told


def test_a_turned_photo_is_set_upright_and_says_nothing_of_where_it_was_taken(root: Path) -> None:
    image = Image.new("RGB", (1350, 1080), "white")
    image.paste(RED, (0, 0, 600, 1080))
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif(6), comment=b"secret")
    put(root, "first-en@1080x1350.jpg", out.getvalue())

    plan = small.planned(root)

    (card,) = (c for c in plan.cards if c.by_hand)
    body = plan.pictures[card.path].read_bytes()
    assert b"camera" not in body
    assert b"secret" not in body
    with Image.open(io.BytesIO(body)) as seen:
        assert not seen.getexif()
        assert seen.size == (1080, 1350)
        top = seen.convert("RGB").getpixel((540, 100))
        assert isinstance(top, tuple)
        assert top[0] > 150 > top[1]


@pytest.mark.parametrize("mode", ["CMYK", "RGBA", "P", "LA", "I;16"])
def test_every_kind_of_pixels_becomes_a_picture_that_networks_show(root: Path, mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    out = io.BytesIO()
    Image.new(mode, (1080, 1350)).save(out, kind)
    put(root, f"first-en@1080x1350.{'jpg' if kind == 'JPEG' else 'png'}", out.getvalue())

    (card,) = (c for c in small.planned(root).cards if c.by_hand)

    assert card.width == 1080
