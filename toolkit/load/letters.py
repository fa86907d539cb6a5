"""Link letters.yml: the letter, its targets, and what surrounds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.model import letters as model

if TYPE_CHECKING:
    from toolkit.load.documents import Documents
    from toolkit.load.reader import Written
    from toolkit.load.shapes_letters import LettersShape
    from toolkit.model import Account


def letter(docs: Documents) -> model.Letter | None:
    """Return the letter, None where there is none or it cannot be read."""
    written = docs.read("letters")
    if not written:
        return None
    shape: LettersShape = written.shape
    return model.Letter(
        place=written.at("subject"),
        targets=docs.accounts(written, shape.targets, ("targets",)),
        wordings=_wordings(docs, written, shape),
        blanks=_blanks(docs, written, shape),
        languages=tuple(shape.languages),
        channels=tuple(
            model.Channel(c, written.at("channels", i)) for i, c in enumerate(shape.channels)
        ),
        call=model.Call(
            docs.said(written, shape.call.script, "call", "script"),
            docs.said(written, shape.call.voicemail, "call", "voicemail"),
        ),
        report=_report(docs, written, shape),
        embassy=_embassy(docs, written, shape),
        copies=tuple(shape.copies),
        previous=_previous(docs, written, shape),
        zone=shape.zone or "",
        asks=docs.each(written, shape.asks, "asks"),
        steps=docs.each(written, shape.steps, "steps"),
        tips=docs.each(written, shape.tips, "tips"),
        enclosures=docs.each(written, shape.enclosures, "enclosures"),
        **docs.all(written, "subject", "background", "people", "pronouns", "caution"),
    )


def _wordings(docs: Documents, written: Written, shape: LettersShape) -> tuple[model.Wording, ...]:
    first = model.Wording(written.at("body"), docs.said(written, shape.body, "body"))
    here = "alternatives"
    return first, *(
        model.Wording(
            written.at(here, i),
            docs.said(written, a.body, here, i, "body"),
            docs.said(written, a.label, here, i, "label"),
        )
        for i, a in enumerate(shape.alternatives)
    )


def _blanks(docs: Documents, written: Written, shape: LettersShape) -> tuple[model.Blank, ...]:
    return tuple(
        model.Blank(
            b.id,
            written.at("blanks", i, "id"),
            docs.said(written, b.label, "blanks", i, "label"),
            b.need == "must",
            b.fill == "sentences",
        )
        for i, b in enumerate(shape.blanks)
    )


def _report(docs: Documents, written: Written, shape: LettersShape) -> model.Report | None:
    if not shape.report:
        return None
    reason = docs.said(written, shape.report.reason, "report", "reason")
    place = written.key_at("report")
    return model.Report(place, shape.report.url or "", shape.report.email or "", reason)


def _embassy(docs: Documents, written: Written, shape: LettersShape) -> Account | None:
    found = docs.accounts(written, [shape.embassy] if shape.embassy else [], ("embassy",))
    return found[0] if found else None


def _previous(docs: Documents, written: Written, shape: LettersShape) -> str:
    known = docs.reader.files.campaigns
    if shape.previous and shape.previous not in known:
        place = written.at("previous")
        docs.reader.unknown(place, "campaign", shape.previous, known, "campaigns/")
        return ""
    return shape.previous or ""
