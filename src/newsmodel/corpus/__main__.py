"""``python -m newsmodel.corpus`` is ``newsmodel corpus``."""

import sys

from newsmodel.corpus.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
