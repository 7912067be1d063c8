"""Capital letters of names: those an old font could not type, and names typed all in capitals."""


def with_capitals(name: str) -> str:
    """Write capital the first letters a font without them left small: "Hà Thị ánh", "nguyễn văn an"."""
    words = name.split()
    typed = any(word[:1].isupper() for word in words)
    return " ".join(_capital(word) if not typed or not word[:1].isascii() else word for word in words)


def name_case(name: str) -> str:
    """Return a name typed all in capitals as names are written; any other stays as it is."""
    return " ".join(map(_named, name.split())) if name.isupper() else name


def _named(word: str) -> str:
    """Capitals begin each part of K'BRÊU and of double names with a dash."""
    for mark in ("'", "-"):
        if mark in word:
            return mark.join(map(_named, word.split(mark)))
    return _capital(word.lower())


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
