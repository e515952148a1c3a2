"""Neo4j as a child process: no Docker, no Java to install, nothing left behind."""
