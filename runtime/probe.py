"""`python -m runtime.probe`: exit code 0 where the server on this machine is ready; a container's health check."""

from __future__ import annotations

import http.client
import sys

from runtime.settings import load_settings

TIMEOUT_S = 4.0


def is_ready(port: int) -> bool:
    """Whether /health/ready says so."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_S)
    try:
        connection.request("GET", "/health/ready")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(not is_ready(load_settings().port))
