"""Cards that tests, goldens, specimen and bench share: short and long, in many scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.cards.request import CardRequest

if TYPE_CHECKING:
    from toolkit.cards.request import Direction, Mode

RTL = frozenset({"ar", "fa", "he", "ur"})
COMMON = {
    "en": {"campaign": "Free them all", "hashtags": "#FreeThemAll #COVID19"},
    "es": {"campaign": "Libertad para todas", "hashtags": "#ViralicemosLaResponsabilidad #DDHH"},
    "ar": {"campaign": "الحرية للجميع", "hashtags": "#FreeThemAll #كوفيد19"},
    "he": {"campaign": "שחררו את כולם", "hashtags": "#FreeThemAll #קורונה"},
    "hi": {"campaign": "सबको आज़ाद करो", "hashtags": "#FreeThemAll #कोविड"},
    "th": {"campaign": "ปล่อยพวกเขาทุกคน", "hashtags": "#FreeThemAll #โควิด19"},
    "ja": {"campaign": "みんなに自由を", "hashtags": "#FreeThemAll #新型コロナ"},
}
HEADLINES = {
    "en": (
        "Open the doors.",
        (
            "Around 3,000 people sit in more than 50 migration centres in Mexico, with no room to keep"
            " a distance and no soap to wash their hands. Let them go home to their families today,"
            " before the virus finds its way inside and nobody can stop it."
        ),
    ),
    "es": (
        "Abran las puertas.",
        (
            "Unas 3.000 personas siguen encerradas en más de 50 estaciones migratorias de México, sin"
            " espacio para guardar distancia y sin jabón para lavarse las manos. Que vuelvan hoy con"
            " sus familias, antes de que el virus entre y nadie lo pueda parar."
        ),
    ),
    "ar": (
        "افتحوا الأبواب.",
        (
            "نحو ٣٠٠٠ إنسان محتجزون في أكثر من ٥٠ مركزًا للهجرة في المكسيك، بلا مكان للتباعد وبلا صابون"
            " لغسل الأيدي. دعوهم يعودون إلى عائلاتهم اليوم، قبل أن يدخل الفيروس ولا يوقفه أحد."
        ),
    ),
    "he": (
        "פתחו את הדלתות.",
        (
            "כ־3,000 בני אדם כלואים ביותר מ־50 מרכזי הגירה במקסיקו, בלי מקום לשמור מרחק ובלי סבון"
            " לשטוף ידיים. תנו להם לחזור היום למשפחותיהם, לפני שהנגיף ייכנס ואיש לא יעצור אותו."
        ),
    ),
    "hi": (
        "दरवाज़े खोलो।",
        (
            "मेक्सिको के 50 से ज़्यादा प्रवासी केंद्रों में क़रीब 3,000 लोग बंद हैं, जहाँ न दूरी रखने की जगह है"
            " और न हाथ धोने का साबुन। वायरस के भीतर पहुँचने से पहले उन्हें आज ही घर जाने दो।"
        ),
    ),
    "th": (
        "เปิดประตูเดี๋ยวนี้",
        (
            "คนราว 3,000 คนถูกกักอยู่ในศูนย์ผู้อพยพกว่า 50 แห่งในเม็กซิโก ไม่มีที่ให้เว้นระยะและไม่มีสบู่ล้างมือ"
            " ให้พวกเขากลับไปหาครอบครัวในวันนี้ก่อนที่ไวรัสจะเข้าไปถึง"
        ),
    ),
    "ja": (
        "扉を開けてください。",
        (
            "メキシコの50を超える入管施設に、およそ3,000人が閉じ込められています。距離を保つ場所も、"
            "手を洗う石けんもありません。ウイルスが中に入る前に、今日、家族のもとへ帰してください。"
        ),
    ),
}
PEOPLE = {
    "en": ("Ana Lorena Ríos", "lawyer", "Fray Matías Human Rights Centre"),
    "es": ("Ana Lorena Ríos", "abogada", "Centro de Derechos Humanos Fray Matías"),
    "ar": ("آنا لورينا ريوس", "محامية", "مركز فراي ماتياس لحقوق الإنسان"),
    "he": ("אנה לורנה ריוס", "עורכת דין", "מרכז פריי מטיאס לזכויות האדם"),
    "hi": ("आना लोरेना रियोस", "वकील", "फ्राय मातियास मानवाधिकार केंद्र"),
    "th": ("อานา โลเรนา ริโอส", "ทนายความ", "ศูนย์สิทธิมนุษยชนฟรายมาเตียส"),
    "ja": ("アナ・ロレーナ・リオス", "弁護士", "フライ・マティアス人権センター"),
}
FIRST = re.compile(r"(?<=[.।。]) ?(?=\D)")
LINK = "freethemall.example/act"


def sample(
    layout: str,
    theme: str,
    format_: str,
    language: str,
    *,
    long: bool = False,
    mode: Mode = "light",
) -> CardRequest:
    """Return one card of a layout with real words."""
    words = HEADLINES[language][long]
    speaker, role, organisation = PEOPLE[language]
    own = {
        "statement": {"headline": words},
        "quotation": {
            "quote": words,
            "speaker": speaker,
            "role": role,
            "organisation": organisation,
        },
        "demand": {
            "number": "2",
            "headline": HEADLINES[language][0],
            "detail": FIRST.split(words)[0] if long else "",
        },
    }
    values = {**COMMON[language], "link": LINK, **own[layout]}
    direction: Direction = "rtl" if language in RTL else "ltr"
    pairs = tuple(values.items())
    return CardRequest(layout, theme, format_, language, direction, pairs, mode=mode)
