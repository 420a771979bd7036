"""`python -m counterclaim`: the same as the command."""

from counterclaim.cli import main

if __name__ == "__main__":
    main()
