"""What lets the finished site be kept and used without a connection."""

from guide.offline.keeping import write_offline

__all__ = ["write_offline"]
