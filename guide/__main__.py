"""`python -m guide` is the command `kmop`."""

from guide.cli import main

if __name__ == "__main__":
    main()
