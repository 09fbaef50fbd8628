"""The addresses that were of our own pages, and what stands there now."""

from guide.norm.files import moved_list
from guide.site.moved_pages import moved_files, read_moved
from tests.norms import REAL_NORM

__all__ = ["MOVED", "MOVED_FILES"]

MOVED = read_moved(moved_list(REAL_NORM))[0]
MOVED_FILES = moved_files(MOVED)
