"""Link press.yml: a dated release, its quotations, whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.load.documents import date
from toolkit.model.press import Contact, Picture, Press, Quotation, Reference

if TYPE_CHECKING:
    from toolkit.load.documents import Documents
    from toolkit.load.reader import Written
    from toolkit.load.shapes_press import PressShape


def press(docs: Documents) -> Press | None:
    """Return the press release, None where there is none or it cannot be read."""
    written = docs.read("press")
    if not written:
        return None
    shape: PressShape = written.shape
    day = written.day(shape.date, ("date",))
    if day is None:
        return None
    return Press(
        place=written.at("headline"),
        kind=docs.said(written, shape.type, "type"),
        date=day,
        quotations=_quotations(docs, written, shape),
        notes=docs.each(written, shape.notes, "notes"),
        acronyms=tuple(
            (short, docs.said(written, texts, "acronyms", short))
            for short, texts in shape.acronyms.items()
        ),
        pictures=_pictures(docs, written, shape),
        contacts=_contacts(docs, written, shape),
        related=tuple(
            Reference(
                docs.said(written, r.label, "related", i, "label"),
                r.url,
                written.at("related", i),
            )
            for i, r in enumerate(shape.related)
        ),
        embargo=date(shape.embargo),
        **docs.all(written, "headline", "body", "where"),
    )


def _quotations(docs: Documents, written: Written, shape: PressShape) -> tuple[Quotation, ...]:
    names = ("text", "speaker", "role", "organisation", "short")
    return tuple(
        Quotation(
            written.at("quotations", i),
            **{n: docs.said(written, getattr(q, n), "quotations", i, n) for n in names},
        )
        for i, q in enumerate(shape.quotations)
    )


def _pictures(docs: Documents, written: Written, shape: PressShape) -> tuple[Picture, ...]:
    return tuple(
        Picture(
            written.at("pictures", i),
            docs.said(written, p.alt, "pictures", i, "alt"),
            docs.image(written, p.image, ("pictures", i, "image")),
            p.credit or "",
        )
        for i, p in enumerate(shape.pictures)
    )


def _contacts(docs: Documents, written: Written, shape: PressShape) -> tuple[Contact, ...]:
    return tuple(
        Contact(
            c.name,
            written.at("contacts", i),
            docs.said(written, c.role, "contacts", i, "role"),
            c.email or "",
            c.phone or "",
        )
        for i, c in enumerate(shape.contacts)
    )
