"""The kinds of lists given to units to be filled in, each an Excel file a unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from thidua_desktop.services.recipients import today

if TYPE_CHECKING:
    from thidua_desktop.db.session import Session
    from thidua_desktop.domain.registration_form import RegistrationForm
    from thidua_desktop.domain.unit_template import Template

T = TypeVar("T")


@dataclass(frozen=True)
class Lent(Generic[T]):
    """One kind of list given to units: read makes a unit's, write puts it into a file called name.

    Attributes:
        explained: what it is and what to do with it when it comes back.
        year: what the year is called.
        name: with {year} and {unit}.

    """

    explained: str
    year: str
    name: str
    read: Callable[[Session, int, int], T]
    write: Callable[[T, Path], None]


def _template(session: Session, unit_id: int, year: int) -> Template:
    from thidua_desktop.services import unit_templates

    return unit_templates.template(session, unit_id, year, today())


def _write_template(template: Template, path: Path) -> None:
    from thidua_desktop.documents import unit_template

    unit_template.write(template, path)


def _registration(session: Session, unit_id: int, year: int) -> RegistrationForm:
    from thidua_desktop.services import registration_form

    return registration_form.form(session, unit_id, year, today())


def _write_registration(form: RegistrationForm, path: Path) -> None:
    from thidua_desktop.documents import registration_form

    registration_form.write(form, path)


PROPOSALS = Lent(
    "Mỗi đơn vị được một tệp Excel có sẵn tên người của đơn vị, danh sách chọn danh hiệu và phép kiểm tra. "
    "Đơn vị điền rồi gửi lại; dùng “Nhận mẫu…” để đưa vào sổ.",
    "Năm đề nghị",
    "Mẫu {year} - {unit}.xlsx",
    _template,
    _write_template,
)
REGISTRATION = Lent(
    "Mỗi đơn vị được một tệp Excel có sẵn tên người, tập thể của đơn vị để đăng ký danh hiệu thi đua; ai đã "
    "đăng ký thì đã ghi sẵn. Đơn vị điền rồi gửi lại; dùng “Nhập từ Excel, Word…” để đưa vào sổ.",
    "Năm đăng ký",
    "Đăng ký thi đua {year} - {unit}.xlsx",
    _registration,
    _write_registration,
)
