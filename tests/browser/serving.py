"""Serve a folder to a browser on this machine, without a word; if asked, packed as hosts do."""

from __future__ import annotations

import gzip
import http.server
import threading
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKED = (".html", ".css", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")


@contextmanager
def served(
    folder: Path, kind: type[http.server.SimpleHTTPRequestHandler] | None = None
) -> Iterator[int]:
    """Serve a folder on this machine and yield the port; without a kind files go as they are."""
    handler = partial(kind or Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing: the tests speak."""


class Packing(Quiet):
    """Sends files as hosts do: gzipped, good for ten minutes, over a connection that stays open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        packed = path.suffix in PACKED
        body = path.read_bytes()
        body = gzip.compress(body, mtime=0) if packed else body
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
