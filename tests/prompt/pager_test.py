#!/usr/bin/env python3
# The pager: what goes through it, what does not, and what happens when it ends.
import subprocess
import sys

from harness import contains, equal, lacks, main

MARKING = "sed s/^/paged:/"  # a pager that shows what went through it


def run(tools, *words, keys=(), **settings):
    """Runs a query to its end. @return the screen and the exit status."""
    terminal = tools.terminal(*words, **settings)
    for text, key in keys:
        terminal.expect(text)
        terminal.send(key)
    status = terminal.status()
    return terminal.screen.text(), status


def without_blanks(text):
    return "".join(text.split())


def test_output_goes_through_the_pager_as_soon_as_it_is_higher_than_the_screen(tools):
    lines = tools.plain("--limit", "2", "summit").count("\n")
    marking = {"PAGER": MARKING}
    fits, status = run(tools, "--limit", "2", "summit", rows=lines + 1, environment=marking)
    equal(status, 0)
    lacks(fits, "paged:")
    higher, status = run(tools, "--limit", "2", "summit", rows=lines, environment=marking)
    equal(status, 0)
    equal(higher.count("paged:"), lines)


def test_long_lines_count_as_the_rows_that_they_fill(tools):
    # A screen of 20 columns: the head line alone fills several rows.
    words = ("--limit", "0", "summit OR ceasefire OR sanctions")
    text, _ = run(tools, *words, rows=3, columns=20, environment={"PAGER": MARKING})
    contains(text, "paged:")
    text, _ = run(tools, *words, rows=3, columns=200, environment={"PAGER": MARKING})
    lacks(text, "paged:")


def test_dateline_pager_goes_before_pager(tools):
    text, _ = run(tools, "summit", rows=5,
                  environment={"DATELINE_PAGER": "sed s/^/first:/", "PAGER": "sed s/^/second:/"})
    contains(text, "first:")
    lacks(text, "second:")


def test_no_pager_runs_where_none_is_wanted(tools):
    plain = tools.plain("summit").rstrip("\n")
    for words, environment in (
            (("--no-pager",), {"PAGER": MARKING}),
            ((), {"PAGER": ""}),
            ((), {"PAGER": "cat"}),
            ((), {"PAGER": MARKING, "DATELINE_PAGER": ""}),
            ((), {"TERM": "dumb"})):
        text, status = run(tools, *words, "summit", rows=5, environment=environment)
        equal((text, status), (plain, 0))


def test_forms_for_programs_are_not_paged(tools):
    (tools.work / "batch").write_text("summit\nceasefire\n")
    for words in (("--json", "summit"), ("--format", "csv", "summit"), ("--ids", "summit"),
                  ("--state", "state", "summit"), ("--batch", "batch")):
        text, _ = run(tools, *words, rows=3, environment={"PAGER": MARKING})
        lacks(text, "paged:")


def test_nothing_is_paged_in_a_pipe(tools):
    environment = {"PAGER": MARKING, "PATH": "/usr/bin:/bin", "TERM": "vt100"}
    done = subprocess.run([tools.query, "-i", tools.archive, "summit"], env=environment,
                          capture_output=True, check=True)
    lacks(done.stdout.decode(), "paged:")


def test_help_articles_and_saved_queries_are_paged(tools):
    article = tools.plain("--ids", "--limit", "1", "summit").strip()
    for words in (("--help",), ("--show", article)):
        text, status = run(tools, *words, rows=5, environment={"PAGER": MARKING})
        contains(text, "paged:")
        equal(status, 0)


def test_quitting_the_pager_early_is_no_error(tools):
    # Far more than a pipe holds, and only the first line is read.
    text, status = run(tools, "--all", "*", environment={"PAGER": "head -n 1"})
    contains(text, "* · ")
    equal((text.count("\n"), status), (0, 0))
    # Status 1 says that nothing matches, whatever the pager ends with.
    text, status = run(tools, "--facet", "person", "zzzunheard", rows=2,
                       environment={"PAGER": "head -n 1; exit 3"})
    contains(text, "zzzunheard · 0 articles")
    equal(status, 1)


def test_messages_come_after_the_pager(tools):
    text, status = run(tools, "--facet", "person", "zzzunheard", rows=2,
                       environment={"PAGER": MARKING + "; echo end of pager"})
    equal(status, 1)
    contains(text, "paged:zzzunheard")
    contains(text.split("end of pager")[1], "warning: no article matches")


def test_a_pager_that_cannot_be_started_is_done_without(tools):
    plain = tools.plain("summit").rstrip("\n")
    for command in ("no-such-pager --flag", "/", "nosuch|nosuch"):
        text, status = run(tools, "summit", rows=5, environment={"PAGER": command})
        contains(text, plain)
        equal(status, 0)
    # Also where the output is larger than a pipe.
    words = ("--all", "--explain=hits", "place:europe OR place:asia OR place:america")
    plain = tools.plain(*words)
    equal(len(plain) > 65_536, True)
    text, status = run(tools, *words, environment={"PAGER": "no-such-pager"})
    contains(without_blanks(text), without_blanks(plain))  # titles may be wider than the screen
    equal(status, 0)


def test_colours_are_kept(tools):
    text, _ = run(tools, "--color", "always", "summit", rows=5, environment={"PAGER": "cat -v"})
    contains(text, "^[[1m")


def test_nothing_of_the_query_reaches_the_shell(tools):
    text, status = run(tools, '"$(touch ran)"', rows=2, environment={"PAGER": MARKING})
    equal(status, 1)
    contains(text, "touch ran")
    equal((tools.work / "ran").exists(), False)


def test_ctrl_c_is_left_to_the_pager(tools):
    pager = "trap 'echo caught' INT; cat >/dev/null; echo ready; read answer </dev/tty; " \
            "read answer </dev/tty; echo got $answer"
    text, status = run(tools, "summit", rows=5, environment={"PAGER": pager},
                       keys=(("ready", "\x03"), ("caught", "yes\n\nyes\n")))
    contains(text, "got")
    equal(status, 0)


def test_less_shows_pages_and_is_quit_by_q(tools):
    text, status = run(tools, "--all", "summit", keys=((":", " "), (":", "q")))
    contains(text, "summit · ")
    equal(status, 0)


def test_variables_of_less_are_set_unless_the_user_has(tools):
    text, _ = run(tools, "summit", rows=5, environment={"PAGER": "echo LESS=$LESS LV=$LV"})
    contains(text, "LESS=FRX LV=-c")
    text, _ = run(tools, "summit", rows=5,
                  environment={"PAGER": "echo LESS=$LESS LV=$LV", "LESS": "-R", "LV": ""})
    contains(text, "LESS=-R LV=")
    lacks(text, "-c")


if __name__ == "__main__":
    sys.exit(main(globals()))
