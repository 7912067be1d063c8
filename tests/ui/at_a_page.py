"""What an officer does and sees at a page: chooses, filters, presses, reads lines off the record."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QTableWidget


def shown(view):
    """The rows of the list, in its order."""
    table = view.list.table
    for _look in ("asks for the rows", "has them"):
        rows = [table.record(record_id) for record_id in table.ids]
        view.context.tasks.drain()
    return rows


def names(view):
    """The names in the list, in its order."""
    return [row.name for row in shown(view)]


def choose(view, record_id):
    """Choose a record of the list."""
    assert view.list.table.choose(record_id)
    view.context.tasks.drain()


def filter_by(view, code, value):
    """Choose a value in a filter."""
    combo = view.list.bar.combos[code]
    combo.set_value(value)
    assert combo.value() == value
    combo.activated.emit(combo.currentIndex())
    view.context.tasks.drain()


def save(view, **values):
    """Change the record in the panel and save it."""
    view.panel.form.set_values(values)
    view.context.tasks.drain()  # names typed are looked up
    view.panel.form.save()
    view.context.tasks.drain()


def press(view, text):
    """Press a visible button."""
    QCoreApplication.sendPostedEvents()  # widgets just laid out are shown by an event
    next(b for b in view.findChildren(QPushButton) if b.text() == text and b.isVisible()).click()
    view.context.tasks.drain()


def tables(view):
    """The lists under the record, by their titles."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # those of the record shown before
    return {table.accessibleName(): table for table in view.panel.findChildren(QTableWidget)}


def table_of(view, title):
    """The list under the record whose title begins so."""
    return next(table for name, table in tables(view).items() if name.startswith(title))


def section(view, title):
    """The lines of a list under the record."""
    table = table_of(view, title)
    columns = range(table.columnCount())
    return [
        [table.item(row, column).text() for column in columns if table.item(row, column)]
        for row in range(table.rowCount())
    ]
