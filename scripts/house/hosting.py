"""Serve a site on this machine the way hosts do: packed, and with files of fixed content kept."""

from __future__ import annotations

import gzip
import http.server
import re
import threading
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml", ".webmanifest"}
HASHED = re.compile(r"\.[0-9a-f]{8}\.(?:min\.)?\w+$")


@contextmanager
def hosted(folder: Path, port: int = 0) -> Iterator[int]:
    """Serve a folder and yield the port; without one given, any that is free."""
    handler = partial(_Host, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


class _Host(http.server.SimpleHTTPRequestHandler):
    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        takes = "gzip" in self.headers.get("Accept-Encoding", "")
        if path.suffix not in PACKED or not path.is_file() or not takes:
            return super().send_head()
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def end_headers(self) -> None:
        lasting = HASHED.search(self.path.partition("?")[0])
        kept = "public, max-age=31536000, immutable" if lasting else "no-cache"
        self.send_header("Cache-Control", kept)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing: the numbers speak."""
