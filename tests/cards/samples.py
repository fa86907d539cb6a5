"""Cards that tests, goldens, specimen and bench share: short and long, in many scripts."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cards.request import CardRequest, PictureFile

if TYPE_CHECKING:
    from toolkit.cards.request import Direction, Mode

IMAGES = Path(__file__).parent / "images"
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
# What campaigns of each kind say: a figure and its source, a day, an hour, whom to tell, who signs.
OTHERS = {
    "en": (
        "3,000",
        "people locked up for migrating",
        "INM, internal report",
        "30 July 2027",
        "18:00 CET",
        "Dear Minister of the Interior",
        "No visits, no lawyers, no witnesses: what is hidden there goes on.",
    ),
    "es": (
        "3.000",
        "personas encerradas por migrar",
        "INM, informe interno",
        "30 de julio de 2027",
        "18:00 h",
        "Estimada secretaria de Gobernación",
        "Sin visitas no hay quien asesore ni quien vea: lo que se oculta continúa.",
    ),
    "ar": (
        "٣٠٠٠",
        "إنسان محتجزون لأنهم هاجروا",
        "المعهد الوطني للهجرة",
        "٣٠ يوليو ٢٠٢٧",
        "١٨:٠٠",
        "إلى معالي وزيرة الداخلية",
        "بلا زيارات لا محامٍ ولا شاهد، وما يُخفى هناك يستمر.",
    ),
    "he": (
        "3,000",
        "בני אדם כלואים כי היגרו",
        "המכון הלאומי להגירה",
        "30 ביולי 2027",
        "18:00",
        "לכבוד שרת הפנים",
        "בלי ביקורים אין עורכי דין ואין עדים, ומה שמוסתר נמשך.",
    ),
    "hi": (
        "3,000",
        "लोग प्रवास के लिए बंद हैं",
        "राष्ट्रीय प्रवासन संस्थान",
        "30 जुलाई 2027",
        "18:00 बजे",
        "माननीय गृह मंत्री",
        "न मुलाक़ात, न वकील, न गवाह: जो छिपा है वह चलता रहता है।",
    ),
    "th": (
        "3,000",
        "คนถูกขังเพราะย้ายถิ่น",
        "สถาบันการย้ายถิ่นแห่งชาติ",
        "30 กรกฎาคม 2570",
        "18:00 น.",
        "เรียน รัฐมนตรีว่าการกระทรวงมหาดไทย",
        "ไม่มีการเยี่ยม ไม่มีทนาย ไม่มีพยาน สิ่งที่ถูกซ่อนไว้ก็ดำเนินต่อไป",
    ),
    "ja": (
        "3,000人",
        "移住しただけで拘束されている",
        "国家移民庁の内部報告",
        "2027年7月30日",
        "18時",
        "内務大臣様",
        "面会も弁護士も証人もなければ、隠されたことは続きます。",
    ),
}
SIGNERS = (
    "ALMA Migrante, AC",
    "Asylum Access México",
    "Pueblo Sin Fronteras",
    "Sin Fronteras, IAP",
    "Coalición Internacional contra la Detención",
    "ODA, Otros Dreams en Acción",
    "Instituto para las Mujeres en la Migración, AC",
    "Bloque Latinoamericano Pacto Mundial sobre Migración",
    "Fundación para la Justicia y el Estado Democrático de Derecho, AC",
    "Instituto de Geografía para la Paz, A.C.",
)
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
    own = own_words(layout, language, long=long)
    values = {**COMMON[language], "link": LINK, **own}
    direction: Direction = "rtl" if language in RTL else "ltr"
    pairs = tuple(values.items())
    pictures = shown(layout, long=long)
    return CardRequest(layout, theme, format_, language, direction, pairs, pictures, mode)


def own_words(layout: str, language: str, *, long: bool) -> dict[str, str]:
    """Return what only this layout says; long: everything it can show, and much of it."""
    words, short = HEADLINES[language][long], HEADLINES[language][0]
    speaker, role, organisation = PEOPLE[language]
    figure, counted, source, day, hour, addressee, detail = OTHERS[language]
    more = {"detail": detail} if long else {}
    said = {"speaker": speaker, "role": role, "organisation": organisation}
    demands = (short, counted, detail, organisation) if long else (short, counted)
    names = SIGNERS if long else SIGNERS[:3]
    rights = {"credit": speaker, "licence": "CC BY 4.0"} if long else {}
    return {
        "statement": {"headline": words},
        "quotation": {"quote": words, **said, **rights},
        "demand": {
            "number": "2",
            "headline": short,
            "detail": FIRST.split(words)[0] if long else "",
        },
        "demands": {"demands": "\n".join(demands), **({"headline": short} if long else {})},
        "fact": {"number": figure, "headline": counted, "source": source, "date": day, **more},
        "photo": {"headline": counted + (f" {detail}" if long else ""), **rights},
        "target": {"handle": "@SEGOB_mx", "headline": detail if long else short, **more},
        "deadline": {"date": day, "headline": counted if long else short, **more},
        "signers": {"number": "312", "headline": counted, "names": "\n".join(names)},
        "letter": {"addressee": addressee, "headline": counted if long else short, **more},
        "storm": {"time": hour, "date": day, "headline": counted if long else short, **more},
        "thread": {"headline": words, "number": "1/7", "detail": organisation if long else ""},
    }[layout]


def shown(layout: str, *, long: bool) -> tuple[PictureFile, ...]:
    """Return the pictures of a layout; only its long form has those it may go without."""
    name = {"photo": "image", "quotation": "portrait"}.get(layout)
    if name is None or (name == "portrait" and not long):
        return ()
    path = IMAGES / f"{name}.jpg"
    size = (2000, 2000) if name == "image" else (600, 600)
    content = hashlib.sha256(path.read_bytes()).hexdigest()
    return (PictureFile(name, path, content, (0.62, 0.4), size),)
