"""Picture files from strangers: the right picture, or one clear sentence; never a crash."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from tests.cards.pictures import opened
from toolkit.cards.paint import Painter
from toolkit.cards.paint.pictures import UnusableImageError, measured
from toolkit.cards.scene import Fill, Picture, Scene

SIZE = (60, 40)
RED, BLUE = (255, 0, 0), (0, 0, 255)


def half(mode: str = "RGB", size: tuple[int, int] = (600, 400)) -> Image.Image:
    """Return a picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image.convert(mode)


def drawn(path: Path) -> Image.Image:
    ground = Fill("ground", (0, 0, *SIZE), "#ffffff")
    picture = Picture("image", (0, 0, *SIZE), path, "0")
    return opened(Painter(refused).png(Scene(*SIZE, (ground, picture))))


def refused(name: str) -> object:
    raise AssertionError(name)


def is_red_then_blue(image: Image.Image) -> bool:
    def near(at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
        found = image.getpixel(at)
        assert isinstance(found, tuple)
        return all(abs(a - b) < 40 for a, b in zip(found, colour, strict=True))

    return near((8, 20), RED) and near((52, 20), BLUE)


@pytest.mark.parametrize(
    ("name", "mode", "options"),
    [
        ("plain.png", "RGB", {}),
        ("palette.png", "P", {}),
        ("transparent.png", "RGBA", {}),
        ("photo.jpg", "RGB", {"quality": 90}),
        ("progressive.jpg", "RGB", {"quality": 90, "progressive": True}),
        ("print.jpg", "CMYK", {"quality": 90}),
        ("photo.webp", "RGB", {"quality": 90}),
    ],
)
def test_every_kind_of_picture_comes_out_as_it_is_seen(
    tmp_path: Path, name: str, mode: str, options: dict[str, object]
) -> None:
    half(mode).save(tmp_path / name, **options)  # type: ignore[arg-type]
    assert measured(tmp_path / name) == (600, 400)
    assert is_red_then_blue(drawn(tmp_path / name))


def test_a_picture_taken_with_the_camera_turned_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    half().transpose(Image.Transpose.ROTATE_90).save(tmp_path / "a.jpg", exif=exif, quality=95)
    assert measured(tmp_path / "a.jpg") == (600, 400)
    assert is_red_then_blue(drawn(tmp_path / "a.jpg"))


@pytest.mark.parametrize("name", ["moving.png", "moving.webp"])
def test_of_a_moving_picture_the_first_one_is_drawn(tmp_path: Path, name: str) -> None:
    others = [Image.new("RGB", (600, 400), "#00ff00")] * 3
    half().save(tmp_path / name, save_all=True, append_images=others, lossless=True)
    assert is_red_then_blue(drawn(tmp_path / name))


def test_sixteen_bits_a_channel_are_scaled_not_cut_off(tmp_path: Path) -> None:
    Image.new("I;16", (60, 40), 128 * 256).save(tmp_path / "a.png")
    assert drawn(tmp_path / "a.png").getpixel((30, 20)) == (128, 128, 128)


def test_nothing_of_the_camera_reaches_the_card(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[2] = (19.0, 25.0, 57.0)
    half().save(tmp_path / "a.jpg", exif=exif, comment=b"SecretComment")
    assert b"Secret" in (tmp_path / "a.jpg").read_bytes()

    scene = Scene(*SIZE, (Picture("image", (0, 0, *SIZE), tmp_path / "a.jpg", "0"),))
    png = Painter(refused).png(scene)

    assert b"Secret" not in png
    assert chunks(png) == {"IHDR", "IDAT", "IEND"}
    assert not opened(png).getexif()


def chunks(png: bytes) -> set[str]:
    found, at = set(), 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found.add(png[at + 4 : at + 8].decode())
        at += 12 + length
    return found


def as_png() -> bytes:
    file = io.BytesIO()
    Image.effect_noise((300, 200), 90).save(file, "PNG")
    return file.getvalue()


def as_jpeg() -> bytes:
    file = io.BytesIO()
    Image.effect_noise((300, 200), 90).save(file, "JPEG")
    return file.getvalue()


def header(width: int, height: int) -> bytes:
    """Return a PNG that claims a size and holds next to nothing."""
    body = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + body + struct.pack(">I", zlib.crc32(b"IHDR" + body))
    return b"\x89PNG\r\n\x1a\n" + chunk + as_png()[33:]


BAD = {
    "empty.png": b"",
    "text.jpg": b"this is not a picture",
    "page.png": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "cut.png": as_png()[:2000],
    "cut.jpg": as_jpeg()[:1500],
    "wide.png": header(50_000, 50_000),
    "long.png": header(1, 2_000_000_000),
    "moving.gif": b"GIF89a" + bytes(40),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_drawn_is_one_sentence_with_the_name_of_the_file(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    with pytest.raises(UnusableImageError, match=name.replace(".", r"\.")):
        drawn(tmp_path / name)


@pytest.mark.parametrize("make", [as_png, as_jpeg], ids=["png", "jpeg"])
def test_a_file_damaged_anywhere_is_drawn_or_refused(tmp_path: Path, make: object) -> None:
    assert callable(make)
    whole, path = make(), tmp_path / "a.img"
    for at in range(8, len(whole), max(1, len(whole) // 60)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        with suppress(UnusableImageError):
            assert drawn(path).size == SIZE


LEAST = """
import sys
from pathlib import Path
from toolkit.cards.paint import Painter
from toolkit.cards.scene import Picture, Scene
box = (0, 0, 1200, 630)
Painter(None).png(Scene(1200, 630, (Picture("image", box, Path(sys.argv[1]), "0"),)))
status = Path("/proc/self/status").read_text()
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak")
def test_the_picture_of_a_large_camera_takes_little_memory(tmp_path: Path) -> None:
    Image.new("RGB", (8000, 6000), RED).save(tmp_path / "a.jpg", quality=30)
    command = [sys.executable, "-c", LEAST, str(tmp_path / "a.jpg")]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert int(done.stdout) < 200, "MiB; unpacked at full size it would take 144 alone"
