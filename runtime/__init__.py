"""What surrounds the program: settings, telemetry, the database process."""
