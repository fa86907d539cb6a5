"""Thai words that stay whole on a line, since a splitter that goes by chance tears many of them.

BudouX guesses where words begin from the letters around; of what campaigns say it takes one word in
two apart (`ประธานา-ธิบดี`, `ทร-มาน`). So what is known here is put together again: words of ours, and
what no word of Thai can be.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS = """
ผู้ติดเชื้อ ติดเชื้อ ไม่กี่วัน หลายพันคน
กฎหมาย กรกฎาคม กรรมการ กระทรวง กรุงเทพ กลับบ้าน กลับไป กลุ่มที่ กองกำลัง กักกัน กักขัง กักตัว
กันยายน กัวเตมาลา การศึกษา การเมือง กำแพง กุญแจ กุมภาพันธ์ ข้อความ ข้อตกลง ข้าราชการ คนที่ คนพิการ
ครอบครัว ควบคุมตัว ความกลัว ความคิด ความคุ้มครอง ความจริง ความช่วยเหลือ ความตาย ความปลอดภัย
ความยุติธรรม ความรัก ความรุนแรง ความรู้ ความหวัง ความเป็นธรรม คัดค้าน คัดลอก คำร้อง คุ้มครอง ค่าจ้าง
ค่าแรง งบประมาณ จดหมาย จับกุม จำเป็น ชนเผ่า ชั่วคราว ชาติพันธุ์ ชายแดน ชาวนา ชาวบ้าน ชีวิต ชุมชน
ชุมนุม ช่วยเหลือ ด้วยกัน ตรวจคน ตรวจคนเข้าเมือง ตรวจสอบ ตลอดวัน ตอนนี้ ตัดสินใจ ตัวเอง ตั้งแต่
ตั้งแต่แรก ตามที่ ตำรวจ ตุลาคม ต่อต้าน ต่อไป ต้องการ ถาวร ถ้อยคำ ทนายความ ทรมาน ทหาร ทะเล ทันที
ทั่วประเทศ ทั่วโลก ทั้งคู่ ทั้งด้าน ทั้งสอง ทั้งหมด ทั้งหลาย ทางการ ทำให้ ทำได้ ที่ดิน ที่พัก ที่พักพิง ที่สุด ทุกคน
ทุกวัน ธันวาคม นักการเมือง นักกิจกรรม นักข่าว นักศึกษา นักเคลื่อนไหว นักเรียน นักโทษ นานาชาติ
นายกรัฐมนตรี นิรโทษกรรม นโยบาย น้อยกว่า น้ำดื่ม น้ำประปา บริการ บริจาค บังคับ บ้านเรือน ปฏิรูป
ประกันตัว ประชาชน ประชาธิปไตย ประตู ประท้วง ประธานาธิบดี ประหารชีวิต ประเทศ ประเทศไทย ปลอดภัย
ปล่อยตัว ป่าไม้ ป้องกัน ผู้ขอลี้ภัย ผู้คน ผู้ชาย ผู้ชุมนุม ผู้ซึ่ง ผู้ที่ ผู้ย้ายถิ่น ผู้ลี้ภัย ผู้สมัคร ผู้สูงอายุ ผู้หญิง ผู้อพยพ
ผู้แทนราษฎร ผู้ใหญ่ พรมแดน พรุ่งนี้ พร้อมกับ พฤศจิกายน พฤษภาคม พลังงาน พิการ พิทักษ์ พื้นเมือง ภายนอก
ภายใน ภาษา ภาษี ภูมิอากาศ มกราคม มนุษยชน มนุษยธรรม มลพิษ มหาดไทย มหาวิทยาลัย มากกว่า มิถุนายน
มีนาคม มูลนิธิ ยกเลิก ยุติธรรม ยุโรป ย้ายถิ่น รณรงค์ ระงับ ระยะห่าง ระหว่างประเทศ ระเบิด ระเบิดเวลา
รัฐธรรมนูญ รัฐบาล รัฐประหาร รัฐมนตรี รัฐสภา รับผิดชอบ รับมือ ราชการ รุนแรง ร่วมกัน ลงชื่อ ลงนาม
ลาตินอเมริกา ลายเซ็น ลี้ภัย วอชิงตัน วัคซีน วันจันทร์ วันนี้ วันพฤหัสบดี วันพุธ วันศุกร์ วันอังคาร วันอาทิตย์
วันเสาร์ วิกฤต วิกฤติ วีซ่า ว่าการ ว่าด้วย ศักดิ์ศรี ศาลฎีกา ศาสนา สงคราม สถานทูต สนับสนุน สบู่
สภาพอากาศ สมาคม สมาชิกรัฐสภา สวัสดิการ สหประชาชาติ สหภาพ สอบสวน สะดวก สังคม สันติภาพ สัปดาห์
สาธารณสุข สำคัญ สิงหาคม สิทธิ สิทธิมนุษยชน สิ่งที่ สิ่งแวดล้อม สุขภาพ ส่งกลับ ส่งเสียง หน่วยงาน หน้าต่าง
หมายจับ หยุดยั้ง องค์กร อนาคต อพยพ อภัยโทษ ออกมา ออกไป ออนไลน์ ออสเตรเลีย อันตราย อากาศ
อาชญากร อาชญากรรม อาวุธ อาสาสมัคร อินเตอร์เนชั่นแนล อีกครั้ง อเมริกา ฮอนดูรัส เกษตรกร เกี่ยวกับ
เข้าเมือง เข้าไป เครือข่าย เดินขบวน เดี๋ยวนี้ เด็ก เท่าเทียม เนรเทศ เปลี่ยนแปลง เผชิญ เพิ่มขึ้น เพื่อให้
เพื่อไม่ให้ เมษายน เมื่อวาน เม็กซิโก เรียกร้อง เรือนจำ เร่งด่วน เลือกตั้ง เสรีภาพ เอกอัครราชทูต เอเชีย
แก้ไข แต่ละ แทนที่ แบ่งปัน แม่น้ำ แรงงาน แอฟริกา แอมเนสตี้ แออัด แฮชแท็ก โครงการ โควิด โดยเร็ว
โทษประหาร โพสต์ โรคระบาด โรงพยาบาล โรงเรียน ในขณะที่ ไม่ควร ไม่มี ไม่ใช่ ไม่ให้ ไม่ได้ ไวรัส
""".split()  # noqa: SIM905 - to be read, and grown, as words
_PREFIXES = ("ความ", "การ", "ผู้", "นัก", "ชาว")
"""They make a noun of what follows and are no words by themselves."""

_KNOWN = regex.compile("|".join(sorted(map(regex.escape, _WORDS), key=len, reverse=True)))
_SURE = 6
"""Characters from which a known word does not stand in a text by chance."""
_CONSONANT = regex.compile("[ก-ฮ]")


def whole_words(text: str, places: Iterable[int]) -> list[int]:
    """Return `places`, where words of a Thai text may begin, mended by the words known here.

    `text` is all Thai; its two ends are not among the places.
    """
    ends = {0, *places, len(text)}
    known = [m.span() for m in _KNOWN.finditer(text)]
    whole = [(a, b) for a, b in known if b - a >= _SURE or {a, b} <= ends]
    closed = {end for _, end in whole}
    torn = {i for start, end in whole for i in range(start + 1, end)}
    left = sorted((ends | closed | {start for start, _ in whole}) - torn)
    for start, end in pairwise(left):
        part = text[start:end]
        if _CONSONANT.fullmatch(part):
            torn |= {start, end}
        elif part in _PREFIXES and end not in closed:
            torn.add(end)
    return [i for i in left[1:-1] if i not in torn]
