"""The paragraph of a period report, made of its figures and nothing else."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from thidua_desktop.domain.figures import Kind, ReportLine
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import count2, fold

AUTHORITIES: dict[str, str] = {
    "president": "Chủ tịch nước",
    "assembly": "Ủy ban Thường vụ Quốc hội",
    "government": "Chính phủ",
    "pm": "Thủ tướng Chính phủ",
    "ministry": "các bộ, ban, ngành, đoàn thể trung ương",
    "province": "UBND tỉnh",
    "military": "quân khu, quân đoàn",
    "district": "UBND huyện",
    "commune": "UBND cấp xã",
    "grassroots": "các cơ quan, đơn vị, doanh nghiệp",
}
_OF_THE_STATE = frozenset({"president", "assembly", "government", "pm", "ministry"})
# Who awards these is named beside them, so "của …" would say it twice.
_ISSUED = re.compile(r"^(Bằng khen|Giấy khen|Kỷ niệm chương|Cờ thi đua) của (?!Chính phủ)")
_THINGS = ("Bằng ", "Giấy ", "Huân chương", "Huy chương", "Kỷ niệm chương", "Giải thưởng")
_ORDER = ("flag", "title", "honour", "thing", "mixed")
_ROLE_MODELS = "điển hình tiên tiến"


@dataclass(frozen=True)
class Scene:
    """What the paragraph says before its figures; authorities replaces the name of a level."""

    opening: str
    when: str
    where: str
    authorities: Mapping[str, str] = field(default_factory=dict)

    @property
    def lead(self) -> str:
        """The words the first sentence begins with."""
        return f"{self.opening} {self.when}, {self.where}"

    def authority(self, level: str) -> str:
        """Who awards, as the paragraph names them."""
        return self.authorities.get(level) or AUTHORITIES[level]


@dataclass(frozen=True)
class _Said:
    """One award of one authority with all who received it."""

    level: str
    speech: str
    thing: str
    lines: tuple[ReportLine, ...]


def sentence(lines: Sequence[ReportLine], event_lines: Sequence[ReportLine], scene: Scene) -> str:
    """Say every line once: the state's awards, then each authority's, then what was given at each event."""
    by_level = [list(_awards(found)) for _, found in groupby(lines, key=lambda line: line.heading.level)]
    state = [award for found in by_level for award in found if award.level in _OF_THE_STATE]
    local = [found for found in by_level if found[0].level not in _OF_THE_STATE]
    events = [list(found) for _, found in groupby(event_lines, key=lambda line: line.heading.event_id)]
    said = [f"{_capital(scene.authority(found[0].level))} {_given(found)}" for found in local]
    occasions = [_at_event(found, scene) for found in events]
    if state:
        said = [f"{scene.lead} đã có {_received(state, scene)}", *said]
    elif local:
        said[0] = f"{scene.lead}, {scene.authority(local[0][0].level)} đã {_given(local[0])}"
    elif occasions:
        occasions[0] = f"{scene.lead}, {_lower(occasions[0])}"
    else:
        said = [f"{scene.lead}, chưa có khen thưởng nào được ghi nhận"]
    return " ".join(f"{part}." for part in [*said, *occasions])


def _awards(lines: Iterator[ReportLine]) -> Iterator[_Said]:
    """The awards of one authority; a name is cut short only where it stays the only one of its kind."""
    found = list(lines)
    level = found[0].heading.level
    kinds = {kind.code: kind for line in found for kind in line.kinds}
    short = {code: _short(kind.called(level)) for code, kind in kinds.items()}
    often = Counter(short.values())
    names = {code: name if often[name] == 1 else kinds[code].called(level) for code, name in short.items()}
    for _, same in groupby(found, key=lambda line: line.heading.award):
        together = tuple(same)
        speech = _speech(together)
        said = [_in_running_text(kind, names[kind.code], speech) for kind in together[0].kinds]
        yield _Said(level, speech, ", ".join(said), together)


def _short(name: str) -> str:
    issued = _ISSUED.match(name)
    return issued[1] if issued else name


def _speech(lines: tuple[ReportLine, ...]) -> str:
    """How an award is spoken of: a flag, a title, an honour of the state, a thing handed over."""
    speeches = {_speech_of(kind) for kind in lines[0].kinds}
    speech = speeches.pop() if len(speeches) == 1 else "mixed"
    to_people = any(line.heading.recipient != "collective" for line in lines)
    return "thing" if speech == "flag" and to_people else speech


def _speech_of(kind: Kind) -> str:
    if kind.label.startswith("Cờ "):
        return "flag"
    if kind.label.startswith(_THINGS):
        return "thing"
    return "title" if kind.category == "title" else "honour"


def _in_running_text(kind: Kind, name: str, speech: str) -> str:
    return _lower(name) if kind.annual and speech == "title" else name


def _received(awards: Sequence[_Said], scene: Scene) -> str:
    """Awards of the state, told by who received them."""
    verbs = {
        "flag": "tặng",
        "thing": "tặng",
        "title": "tặng danh hiệu",
        "honour": "phong tặng danh hiệu",
        "mixed": "khen thưởng với các danh hiệu, hình thức",
    }
    said = [
        f"{_who(award)} được {scene.authority(award.level)} {verbs[award.speech]} {award.thing}"
        for award in awards
    ]
    return ("; " if any(", " in part for part in said) else ", ").join(said)


def _given(awards: Sequence[_Said]) -> str:
    """Awards of one authority, told by what it gave."""
    parts = []
    for speech in _ORDER:
        found = [award for award in awards if award.speech == speech]
        if not found:
            continue
        if speech == "flag":
            flags = [f"{_times(award.lines)} {_lower(award.thing)}" for award in found]
            parts.append(f"tặng {', '.join(flags)}")
        elif speech == "title":
            titles = [f"{_who(award, annual=True)} đạt danh hiệu {award.thing}" for award in found]
            parts.append(f"công nhận {', '.join(titles)}")
        else:
            parts += [_handed(award) for award in found]
    return "; ".join(parts)


def _handed(award: _Said) -> str:
    if award.speech == "mixed":
        return f"khen thưởng {_who(award)} với các danh hiệu, hình thức {award.thing}"
    what = f"danh hiệu {award.thing}" if award.speech == "honour" else award.thing
    return f"tặng {what} cho {_who(award)}"


def _at_event(lines: Sequence[ReportLine], scene: Scene) -> str:
    by_level = [list(_awards(found)) for _, found in groupby(lines, key=lambda line: line.heading.level)]
    said = [f"{scene.authority(found[0].level)} {_given(found)}" for found in by_level]
    said[0] = f"{scene.authority(by_level[0][0].level)} đã tôn vinh, {_given(by_level[0])}"
    event = lines[0].event
    last = max(by_level[-1], key=lambda award: _ORDER.index(award.speech))
    praised = last.speech == "thing" and fold(_ROLE_MODELS) in fold(event)
    return f"Nhân dịp {event}, {'; '.join(said)}" + (f" {_ROLE_MODELS}" if praised else "")


def _who(award: _Said, *, annual: bool = False) -> str:
    """Say "104 tập thể và 173 cá nhân"; lượt where somebody may stand twice, and for titles of a year."""
    said = [
        f"{count2(line.counted.total)} {'lượt ' if line.repeated or (annual and line.annual) else ''}"
        f"{RECIPIENTS[line.heading.recipient].lower()}"
        for line in award.lines
    ]
    return " và ".join(filter(None, [", ".join(said[:-1]), said[-1]]))


def _times(lines: Sequence[ReportLine]) -> str:
    return count2(sum(line.counted.total for line in lines))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
