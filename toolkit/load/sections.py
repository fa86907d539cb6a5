"""Parts of a document that may be left empty: their heading stays out, and a warning is said."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from toolkit.load.fields import TranslatedText


def _no_text(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever was written
    return {} if value is None else value


def _no_list(value: Any) -> Any:  # noqa: ANN401 - as above
    return [] if value is None else value


Section = Annotated[TranslatedText, BeforeValidator(_no_text)]
Sections = Annotated[list[TranslatedText], BeforeValidator(_no_list)]
