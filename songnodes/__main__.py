"""`python -m songnodes`."""

from songnodes.cli import main

if __name__ == "__main__":
    main()
