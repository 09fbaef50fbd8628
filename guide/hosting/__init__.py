"""What a static host needs beside the pages: the headers to send, and the files compressed beforehand."""

from guide.hosting.compressing import compress, packed_once
from guide.hosting.headers import HEADERS, headers_for, write_headers

__all__ = ["HEADERS", "compress", "headers_for", "packed_once", "write_headers"]
