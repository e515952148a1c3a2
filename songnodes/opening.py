"""What a command opens first: its settings, and the log."""

from __future__ import annotations

from runtime.secret_file import private_folder
from runtime.settings import Settings, load_settings
from runtime.telemetry import configure_logs, open_log_file


def opened_settings(*, to_file: bool = True) -> Settings:
    """The settings; from here on events go to the log file, or to stderr where that is the log."""
    settings = load_settings()
    private_folder(settings.data_dir)
    stream = open_log_file(settings.data_dir / "logs") if to_file else None
    configure_logs(settings.log_level, settings.log_format, stream)
    return settings
