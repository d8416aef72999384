# A program on a terminal of its own: keys go in, the screen comes out.
#
# The screen is a VT100 of a fixed size, as far as line editing and plain output need one. Nothing
# here waits for a time to pass: expect() reads until the text is there.
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

PATIENCE_SECONDS = 120  # for sanitizers on a busy machine; only a failure takes so long


class Failure(Exception):
    pass


class Screen:
    """Lines of characters, and the lines that have left it at the top."""

    SEQUENCE = re.compile(r"\x1b\[([0-9;?]*)([A-Za-z@])|\x1b[()][0-9A-B]|\x1b[=>78DEHMc]")

    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.lines = [[] for _ in range(rows)]
        self.gone = []
        self.row = self.column = 0
        self.rest = ""
        self.unknown = set()  # control characters and sequences that a VT100 has no use for here

    def feed(self, text):
        text = self.rest + text
        self.rest = ""
        at = 0
        while at < len(text):
            if text[at] != "\x1b":
                self.character(text[at])
                at += 1
                continue
            match = self.SEQUENCE.match(text, at)
            if match is None:
                if len(text) - at < 16:
                    self.rest = text[at:]
                    return
                self.unknown.add(text[at:at + 16])
                at += 1
                continue
            if match[2]:
                self.control(match[1], match[2])
            at = match.end()

    def character(self, char):
        if char == "\n":
            self.line_feed()
        elif char == "\r":
            self.column = 0
        elif char == "\b":
            self.column = max(0, self.column - 1)
        elif char == "\t":
            self.column = min(self.columns - 1, self.column // 8 * 8 + 8)
        elif char in "\a\0":  # the bell, and the padding of a VT100
            pass
        elif ord(char) < 32 or 127 <= ord(char) < 160:
            self.unknown.add(char)
        else:
            if self.column == self.columns:
                self.column = 0
                self.line_feed()
            line = self.lines[self.row]
            line.extend(" " * (self.column + 1 - len(line)))
            line[self.column] = char
            self.column += 1

    def line_feed(self):
        if self.row + 1 < self.rows:
            self.row += 1
        else:
            self.gone.append(self.lines.pop(0))
            self.lines.append([])

    def control(self, parameters, letter):
        numbers = [int(part) if part.isdigit() else 0 for part in parameters.split(";")]
        count = max(1, numbers[0])
        line = self.lines[self.row]
        if letter == "A":
            self.row = max(0, self.row - count)
        elif letter == "B":
            self.row = min(self.rows - 1, self.row + count)
        elif letter == "C":
            self.column = min(self.columns - 1, self.column + count)
        elif letter == "D":
            self.column = max(0, min(self.column, self.columns - 1) - count)
        elif letter == "H":
            self.row = min(self.rows, count) - 1
            self.column = min(self.columns, max(1, (numbers + [1])[1])) - 1
        elif letter == "J":
            del line[self.column:]
            for below in self.lines[self.row + 1:]:
                below.clear()
        elif letter == "K":
            if numbers[0] == 0:
                del line[self.column:]
            else:
                line[:self.column + 1] = " " * (self.column + 1)
        elif letter == "P":
            del line[self.column:self.column + count]
        elif letter == "@":
            line[self.column:self.column] = " " * count
        elif letter not in "mhlr":
            self.unknown.add(f"CSI {parameters}{letter}")

    def text(self):
        """All that was ever shown, but for what was overwritten, without blanks at line ends."""
        lines = ["".join(line).rstrip() for line in self.gone + self.lines]
        return "\n".join(lines).rstrip("\n")


class Terminal:
    """A running program. It has a session of its own, so that Ctrl-C is its alone."""

    def __init__(self, command, rows=24, columns=80, environment=None, directory=None):
        self.screen = Screen(rows, columns)
        self.raw = b""
        self.seen = 0  # characters of the plain stream that expect() is through with
        self.stream = ""
        self.decoder = __import__("codecs").getincrementaldecoder("utf-8")("replace")
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

        def take_terminal():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        full = {name: value for name, value in os.environ.items()
                if name not in ("DATELINE_INDEX", "DATELINE_PAGER", "PAGER", "LESS", "LV", "NO_COLOR",
                                "COLUMNS", "LINES", "INPUTRC", "EDITRC")}
        full.update(TERM="vt100", LC_ALL="C.UTF-8", TZ="UTC", NO_COLOR="1")
        full.update(environment or {})
        self.process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=full,
                                        cwd=directory, preexec_fn=take_terminal, close_fds=True)
        os.close(slave)

    def read(self, deadline):
        """Takes what has come. @return False at the end of all output."""
        ready, _, _ = select.select([self.master], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return None
        try:
            chunk = os.read(self.master, 65536)
        except OSError:  # Linux: nobody has the other side open any more
            chunk = b""
        if not chunk:
            return False
        self.raw += chunk
        text = self.decoder.decode(chunk)
        self.stream += text
        self.screen.feed(text)
        return True

    def read_for(self, text, deadline):
        """Takes what comes next while `text` is waited for."""
        got = self.read(deadline)
        if not got:
            raise Failure(f"{text!r} did not come {'in time' if got is None else 'before the end'}; "
                          f"the screen:\n{self.screen.text()}\nthe last bytes: {self.raw[-400:]!r}")

    def expect(self, text):
        """Waits until `text` comes, after what earlier calls waited for."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            at = self.stream.find(text, self.seen)
            if at >= 0:
                self.seen = at + len(text)
                return
            self.read_for(text, deadline)

    def expect_shown(self, text, begin):
        """Waits until `text` is on the screen at or after the character `begin` of its text()."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while text not in self.screen.text()[begin:]:
            self.read_for(text, deadline)
        self.seen = len(self.stream)

    def interrupt_until(self, text):
        """Sends SIGINT as a terminal does, again and again, until `text` comes."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while text not in self.stream[self.seen:]:
            self.process.send_signal(signal.SIGINT)
            pause = time.monotonic() + 0.2
            while time.monotonic() < pause and text not in self.stream[self.seen:]:
                if self.read(pause) is False:
                    raise Failure(f"the program ended; the screen:\n{self.screen.text()}")
            if time.monotonic() > deadline:
                raise Failure(f"{text!r} did not come; the screen:\n{self.screen.text()}")
        self.seen = self.stream.index(text, self.seen) + len(text)

    def send(self, keys):
        os.write(self.master, keys.encode())

    def status(self):
        """Waits for the end of the program. @return its exit status as a shell shows it."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            got = self.read(deadline)
            if got is None:
                self.process.send_signal(signal.SIGKILL)
                raise Failure(f"the program does not end; the screen:\n{self.screen.text()}")
            if not got:
                break
        code = self.process.wait(PATIENCE_SECONDS)
        os.close(self.master)
        return code if code >= 0 else 128 - code
