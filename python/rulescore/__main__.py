"""`python -m rulescore`: the same program as the command line."""

import signal
import sys

from . import _core


def main() -> int:
    # As programs behave, not as Python does: Ctrl-C and a closed pipe end it at once.
    for name in ("SIGINT", "SIGPIPE"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    return _core.main(["rulescore", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
