"""Write what to say on the telephone, short enough that somebody will say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.model import Translated
    from toolkit.model.letters import Letter

# Half a minute on the telephone, with room for the other side to say hello.
LONGEST = 40


def call_script(letter: Letter, language: str, say: Callable[..., str]) -> str:
    """Return what to say to a person; `say` gives a phrase by its key, with its values filled."""
    own = _own(letter.call.script, language)
    return own or _made(letter, language, say, "call_script")


def voicemail(letter: Letter, language: str, say: Callable[..., str]) -> str:
    """Return what to say to a machine."""
    own = _own(letter.call.voicemail, language)
    return own or _made(letter, language, say, "call_voicemail")


def _own(texts: Translated, language: str) -> str:
    words = texts.get(language)
    return words.text if words else ""


def _made(letter: Letter, language: str, say: Callable[..., str], key: str) -> str:
    asks = [w.text.rstrip(".") for ask in letter.asks if (w := ask.get(language))]
    if not asks:
        return ""
    chosen = asks if key == "call_script" else asks[:1]
    return say(key, name="{name}", city="{city}", asks="; ".join(chosen))
