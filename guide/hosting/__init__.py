"""What a static host needs beside the pages: the headers to send, and the files compressed beforehand."""

from guide.hosting.compressing import KINDS, compress, packed, packed_once
from guide.hosting.headers import HEADERS, headers_for, write_headers

__all__ = ["HEADERS", "KINDS", "compress", "headers_for", "packed", "packed_once", "write_headers"]
