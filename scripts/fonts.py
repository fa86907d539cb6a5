"""Make the bundled fonts from Debian's Noto packages, so that anybody can check their making.

Run on a Debian machine with fonts-noto-core, fonts-noto-extra and fonts-noto-color-emoji:
`python3 scripts/fonts.py [FOLDER …]`, where the folders hold the TTF files of these packages.
"""

from __future__ import annotations

import sys
from pathlib import Path

import uharfbuzz as hb

OUT = Path(__file__).parent.parent / "toolkit" / "cards" / "fontdata"
NOTO = Path("/usr/share/fonts/truetype/noto")

WEIGHTS = ("Regular", "Bold", "Black")
SCRIPTS = ("", "Arabic", "Devanagari", "Hebrew", "Thai")
TEXT = (
    *(f"NotoSans{script}-{weight}" for script in SCRIPTS for weight in WEIGHTS),
    "NotoSans-CondensedBlack",
    "NotoSerif-Regular",
    "NotoSerif-Bold",
    "NotoSerif-Italic",
)

# What stands beside figures and in steps, and no text font of Noto has: `≈ 3,000`, `home → work`.
SIGNS = "≈≠≤≥≡−√∞←↑→↓↔⇐⇒"

# What campaigns write. One line, one theme; every entry is drawn by one glyph.
PLAIN = """
😀 😃 😄 😁 😂 🤣 😊 😍 🥰 😘 😎 🤩 🥳 🤔 😐 🙄
😢 😭 😡 😠 🤬 😱 😨 😰 😷 🤯 🥺 😤 😔 🙂 🙃 😉 🫶 🫡
❤️ 🧡 💛 💚 💙 💜 🖤 🤍 🤎 💔 ❣️ 💕 💯 💥 💫 💬 🗨️ 💭 💧 💦
🔥 ⭐ 🌟 ✨ ⚡ ☀️ 🌈 ☁️ 🌧️ ❄️ 🌊 🌍 🌎 🌏 🌱 🌳 🌲 🌿 🍀 🌹 🌷 🌻 🌸 🕊️ 🐝 🐟 🐋 🐢 🦋
📢 📣 🔊 📯 🔔
📌 📍 📎 📅 🗓️ ⏰
⏳ ⌛ 🕐 📷 📸 🎥 🎬 🎙️ 🎤 🎧 📺 📰 🗞️ 📄 📝 ✏️ 🖊️ ✍️ 📖 📚 📊 📈 📉
📱 💻 ☎️ 📞 📧 ✉️ 📩 📨 📬 🔗 🔍 🔒 🔓
🔑 ⛓️ ⚖️ 🏛️ 🗳️ 🏠 🏥 🏫 🏭 🚨 🚧 🛑 ⛔ 🚫 ⚠️ ❌
✅ ☑️ ✔️ ❗ ❓ ‼️ ⁉️
➡️ ⬅️ ⬆️ ⬇️ ↗️ ↘️
👉 👇 👆 👈 🔁 🔄 ▶️ ⏸️ 🔴 🟠 🟡 🟢 🔵 🟣 ⚫ ⚪ 🟥 🟩 🟦 🔹 🔸
🎉 🎊 🎈 🎁 🎂 🏆 🥇 🎗️ 🎨 🎵 🎶 🎭 🕯️ 💐 🪧 🏳️ 🏴 🚩 🏳️‍🌈
🏳️‍⚧️ 🏴‍☠️ 💡 💰 💸 🩸 💊 🩺 💉 🧠 👀 👁️ 👣 🦺 ⛑️ 🛟
🚲 🚶 🚂 🚌 ✈️ 🚢 🚗 ⛽ 🛢️ ⛏️ 🍞 🥖 🍎 🌾 ☕ 🍽️ 👶 👧 👦
👩 👨 🧑 👵 👴 👪 👥 🫂 👩‍⚕️ 👨‍👩‍👧 👨‍👩‍👧‍👦 👩‍👩‍👧
♻️ ♿ ☮️ ✝️ ☪️ ✡️ 🕉️ ☸️ ©️ ®️ ™️ 0️⃣ 1️⃣ 2️⃣ 3️⃣ 4️⃣ 5️⃣ 6️⃣ 7️⃣ 8️⃣ 9️⃣ 🔟 #️⃣ *️⃣ 🆘 🆓 🆕
""".split()  # noqa: SIM905
# These also come in five skin tones.
HANDS = """
✊ 👊 ✋ 🖐️ 👋 👏 🙌 🙏 🤝 💪
✌️ 🤞 👍 👎 ☝️ 🤲 🙋 ✍️ 👆 👇 👉
""".split()  # noqa: SIM905
TONES = "🏻🏼🏽🏾🏿"
LETTERS = [chr(0x1F1E6 + i) for i in range(26)]  # regional indicators, two of which are a flag


def sequences() -> list[str]:
    """Return what to keep; of the pairs of letters, the font knows which are flags."""
    toned = [hand.removesuffix("\ufe0f") + tone for hand in HANDS for tone in TONES]
    flags = [first + second for first in LETTERS for second in LETTERS]
    return [*PLAIN, *HANDS, *toned, *flags]


def glyphs_of(font: hb.Font, text: str) -> list[int]:
    buf = hb.Buffer()
    buf.add_str(text)
    buf.guess_segment_properties()
    hb.shape(font, buf)
    return [info.codepoint for info in buf.glyph_infos]


def emoji(source: Path) -> bytes:
    """Keep the glyphs of our sequences and no other combination of the same characters."""
    face = hb.Face(hb.Blob.from_file_path(str(source)))
    font, options = hb.Font(face), hb.SubsetInput()
    options.flags |= hb.SubsetFlags.NO_LAYOUT_CLOSURE
    for text in sequences():
        gids = glyphs_of(font, text)
        if len(gids) != 1 or gids == [0]:
            continue
        options.glyph_set.update(gids)
        options.unicode_set.update(map(ord, text))
    return bytes(hb.subset(face, options).blob.data)


def without_hints(source: Path) -> bytes:
    """Drop TrueType instructions: HarfBuzz draws outlines as designed and never runs them."""
    face = hb.Face(hb.Blob.from_file_path(str(source)))
    options = hb.SubsetInput()
    options.keep_everything()
    options.flags |= hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(face, options).blob.data)


def signs(source: Path) -> bytes:
    """Keep SIGNS, without instructions."""
    face, options = hb.Face(hb.Blob.from_file_path(str(source))), hb.SubsetInput()
    options.flags |= hb.SubsetFlags.NO_HINTING
    options.unicode_set.update(map(ord, SIGNS))
    return bytes(hb.subset(face, options).blob.data)


def main(folders: list[str]) -> int:
    where = [*map(Path, folders), NOTO]
    made = {"NotoColorEmoji": emoji, "NotoSansMath-Regular": signs}
    for name in (*TEXT, *made):
        found = [p for folder in where if (p := folder / f"{name}.ttf").exists()]
        if not found:
            print(f"{name}.ttf is in none of: {', '.join(map(str, where))}")
            return 1
        body = made.get(name, without_hints)(found[0])
        (OUT / f"{name}.ttf").write_bytes(body)
        print(f"{name}.ttf  {len(body):>9,} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
