"""Stands in for `pyodide._package_loader`: there are no packages to load."""

__all__ = ["DSO_DIR", "SITE_PACKAGES", "init_loaded_packages"]


class _Place:
    """A folder; JavaScript asks for its name by `__str__`, which a text of Python does not carry over."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __str__(self) -> str:
        return self._name


SITE_PACKAGES = _Place("/lib/site-packages")
DSO_DIR = _Place("/usr/lib")


def init_loaded_packages() -> None:
    """List none."""
