#!/usr/bin/env python3
# The prompt: keys in, the screen out.
import json
import stat
import subprocess
import sys

from harness import contains, equal, lacks, main

PROMPT = "dateline> "
PLAIN = {"PAGER": ""}  # so that all of an answer stays on the screen


class Session:
    """A prompt that is waited for before each line."""

    def __init__(self, tools, *words, **settings):
        environment = dict(PLAIN, **settings.pop("environment", {}))
        self.terminal = tools.terminal(*words, environment=environment, **settings)
        self.terminal.expect(PROMPT)

    def line(self, keys):
        """Types `keys` and Enter. @return what was printed until the next prompt."""
        begin = len(self.terminal.screen.text())
        self.terminal.send(keys + "\r")
        self.terminal.expect("\n")
        self.terminal.expect(PROMPT)
        return self.terminal.screen.text()[begin:]

    def keys(self, keys, until):
        """Types `keys` and waits for what they show, in the line of the prompt or below."""
        begin = self.terminal.screen.text().rindex(PROMPT.rstrip())
        self.terminal.send(keys)
        self.terminal.expect_shown(until, begin)

    def leave(self, keys="\x04"):
        """@return all that was on the screen."""
        self.terminal.send(keys)
        equal(self.terminal.status(), 0)
        equal(self.terminal.screen.unknown, set())
        return self.terminal.screen.text()


def test_a_query_is_answered_as_on_the_command_line(tools):
    session = Session(tools, rows=200, columns=200)
    shown = session.line("summit person:putin")
    plain = tools.plain("summit person:putin")
    contains("".join(shown.split()), "".join(plain.split())[:60])
    screen = session.leave()
    contains(screen, "80 articles · :help lists the commands")


def test_mistakes_are_told_and_the_prompt_goes_on(tools):
    session = Session(tools, rows=100)
    shown = session.line("persn:trump")
    contains(shown, "no field named 'persn'")
    contains(shown, "^~~~~")
    contains(shown, "did you mean 'person:'?")
    shown = session.line(":facett person")
    contains(shown, "there is no command ':facett'\nhint: did you mean ':facet'?")
    contains(session.line(":xyzzy"), "hint: :help lists all commands")
    contains(session.line(":p"), "may be :prev or :pairs")
    contains(session.line(":open"), ":open needs N")
    contains(session.line(":next 3"), ":next takes nothing behind it, not '3'")
    contains(session.line(":facet person"), "there is no query yet")
    contains(session.line("+1"), "there are no values to choose from")
    contains(session.line(":back"), "there is no query before this one")
    contains(session.line("summit"), "summit · ")
    contains(session.line(":sort newest"), ":sort takes one of relevance, date, -date")
    contains(session.line(":limit many"), ":limit takes a whole number")
    contains(session.line(":facet nonsense"), "nonsense")
    contains(session.line(":explain all"), ":explain takes query")
    contains(session.line(":open 999"), "hits 1 to 10 are")
    contains(session.line(":open 0"), "there is no hit '0'")
    contains(session.line("+999"), "there are no values to choose from")
    contains(session.line("zzzunheard summit"), "hint: :relax runs")
    contains(session.line(":relax"), "relaxed")
    shown = session.line(":facet person:1")  # of the relaxed query, and without the diagnosis again
    contains(shown, "summit · 17 articles")
    lacks(shown, "no article matches")
    contains(session.line("help"), "hint: the command is :help")
    session.leave(":quit\r")


def test_a_hit_is_opened_with_its_names_marked(tools):
    session = Session(tools, rows=300, columns=100)
    answer = json.loads(tools.plain("--json", "summit person:putin"))
    session.line("summit person:putin")
    session.line(":facet person")  # counting does not lose the hits
    shown = session.line(":open 2")
    contains(shown, answer["hits"][1]["title"])
    contains(shown, "id: @" + answer["hits"][1]["id"])
    contains(shown, "Putin]")
    contains(session.line(":open @" + answer["hits"][0]["id"]), answer["hits"][0]["title"])
    contains(session.line(":open @0000000000000000"), "there is no article")
    session.leave()


def test_values_are_numbered_and_refine_the_query(tools):
    session = Session(tools, rows=300, columns=100)
    session.line("summit")
    shown = session.line(":facet person:3 place.country:2")
    contains(shown, "  1.")
    contains(shown, "  5.")
    answer = json.loads(tools.plain("--json", "--limit", "0", "--facet", "person:3,place.country:2",
                                    "summit"))
    country = answer["facets"]["place.country"]["values"][1]
    shown = session.line("+5")
    contains(shown, f"{country['query']} · {country['articles']} article")
    contains(session.line(":back"), f"summit · {answer['total']['articles']} articles")
    contains(session.line(":facet person"), "  1.")
    contains(session.line(":refine 1"), "AND person:@")
    session.leave()


def test_pages_order_and_number_of_hits(tools):
    session = Session(tools, rows=300, columns=100)
    contains(session.line("summit"), "10 shown")
    contains(session.line(":prev"), "these are the first hits")
    contains(session.line(":next"), "7 shown from 11")
    contains(session.line(":open 11"), "id: @")
    contains(session.line(":prev"), " 1. ")
    contains(session.line(":limit 1000"), "by relevance")
    contains(session.line(":next"), "these are the last hits")
    contains(session.line(":limit 2"), "2 shown")
    contains(session.line(":sort date"), "newest first · 2 shown")
    contains(session.line("ceasefire"), "newest first · 2 shown")
    session.leave()


def test_counts_over_time_and_explanations(tools):
    session = Session(tools, rows=300, columns=100)
    session.line("summit")
    contains(session.line(":timeline date.year"), "2025")
    contains(session.line(":timeline date.century"), "century")
    contains(session.line(":pairs person,place:2"), "person,place")
    contains(session.line(":explain"), "canonical: summit")
    contains(session.line(":explain names"), "names:")
    contains(session.line(":help"), ":facet FIELD[:N]")
    session.leave()


def test_tab_completes_fields_values_and_commands(tools):
    session = Session(tools, rows=100, columns=100)
    session.keys("per\t", "person:")
    session.keys("vladim\t", '"Vladimir Putin"')
    contains(session.line(""), 'person:"Vladimir Putin" · ')
    session.keys("person:\t", "Donald Trump  ")  # most frequent first
    session.line("\x15")
    session.keys(":ti\t", ":timeline")
    session.keys("date.mo\t", "date.month")
    session.line("\x15")
    session.keys("has:per\t", "has:person")
    session.line("\x15")
    # A word inside of a name will do, and quotation marks that are open.
    session.keys('about:"puti\t', '"Vladimir Putin"')
    session.line("\x15")
    # Nothing fits: nothing is typed.
    session.keys("person:zzzz\tx", "person:zzzzx")
    session.line("\x15")
    session.leave()


def test_several_candidates_are_listed_and_their_common_start_is_typed(tools):
    session = Session(tools, rows=100, columns=100)
    session.keys(":re\t", "\n" + PROMPT + ":re")
    contains(session.terminal.screen.text(), ":relax")
    session.line("\x15")
    session.keys("s\t", "\n" + PROMPT + "s")
    contains(session.terminal.screen.text(), "section:")
    contains(session.terminal.screen.text(), "source:")
    session.line("\x15")
    session.leave()


def history_of(tools):
    return tools.work / "state" / "dateline" / "history"


def test_lines_come_back_in_this_prompt_and_the_next(tools):
    session = Session(tools, rows=100)
    session.line("ceasefire")
    session.line("zzzfirst")
    session.keys("\x1b[A", "zzzfirst")
    session.keys("\x1b[A", "ceasefire")
    contains(session.line(""), "ceasefire · ")
    session.leave()
    history = history_of(tools)
    equal(history.read_text(), "ceasefire\nzzzfirst\nceasefire\n")
    equal(stat.S_IMODE(history.stat().st_mode), 0o600)
    # Lines with control characters are not taken over, whoever wrote them.
    with history.open("a") as file:
        file.write("evil \x1b]0;title\x07\n")
    session = Session(tools, rows=100)
    session.keys("\x1b[A", "ceasefire")
    lacks(session.leave("\x15\x04"), "evil")
    equal(history.read_text(), "ceasefire\nzzzfirst\nceasefire\n")


def test_a_history_that_cannot_be_kept_is_told_once(tools):
    (tools.work / "state").write_text("in the way")
    session = Session(tools, rows=100)
    contains(session.line("ceasefire"), "ceasefire · ")
    session.line("summit")
    equal(session.leave().count("lines are kept for this prompt only"), 1)


def test_ctrl_c_clears_the_line(tools):
    session = Session(tools, rows=100)
    session.keys("zzznever", "zzznever")
    session.keys("\x03", "\n" + PROMPT.rstrip())
    contains(session.line("ceasefire"), "ceasefire · ")
    session.keys("\x03", "\n" + PROMPT.rstrip())  # also an empty one
    lacks(session.leave(), "zzznever ·")


def stop_a_search(session, slow, then, answer):
    """Stops the answer to `slow`, then types `then` and waits for `answer`."""
    session.terminal.send(slow + "\r")
    session.terminal.expect("\n")  # from here on no line is edited
    session.terminal.interrupt_until("the search was stopped")
    session.terminal.send(then + "\r")  # behind what the last of the signals may have cleared
    session.terminal.expect(answer)
    session.terminal.expect(PROMPT)


def test_ctrl_c_stops_a_search_and_the_prompt_goes_on(tools):
    # Words that stand so often in so many articles that finding their nearness takes minutes.
    text = " ".join(("lorem", "ipsum", "dolor")[number * number % 7 % 3] for number in range(3000))
    articles = "".join(json.dumps({"id": str(number), "title": "zzz", "text": text}) + "\n"
                       for number in range(300))
    archive = tools.work / "slow.idx"
    subprocess.run([tools.index, "-i", str(archive), "--entities", "off", "--input-format", "jsonl", "-"],
                   check=True, capture_output=True, input=articles.encode())
    tools.archive = str(archive)
    near = " AND ".join(f"((lorem NEAR/{i} ipsum) NEAR/400 (ipsum NEAR/{i} dolor))" for i in range(2, 50))
    tools.plain("--save", "slow", near)
    session = Session(tools, rows=100)
    session.line(":limit 2")
    session.line("zzz")
    stop_a_search(session, "query:slow", ":open 1", "no longer at hand")
    contains(session.line(":next"), "2 shown from 3")
    contains(session.line(":open 3"), "id: @")
    session.line("ipsum")
    contains(session.line(":back"), "zzz · 300 articles")
    session.leave()


def test_the_prompt_ends_with_status_0_at_the_end_and_by_signals_as_others_do(tools):
    session = Session(tools)
    equal("dateline>" in session.leave("\x04").split("\n")[-1], True)
    session = Session(tools)
    session.terminal.process.terminate()
    equal(session.terminal.status(), 128 + 15)


def test_long_answers_go_through_the_pager(tools):
    session = Session(tools, environment={"PAGER": "sed s/^/paged:/"})
    contains(session.line("summit"), "paged:")
    session.leave()
    session = Session(tools, environment={"PAGER": "head -n 2; echo quit"})
    contains(session.line("summit"), "quit")  # the rest is not wanted
    lacks(session.line("zzzunheard"), "quit")
    session.leave()
    session = Session(tools, "--no-pager", environment={"PAGER": "sed s/^/paged:/"})
    lacks(session.line("summit"), "paged:")
    session.leave()


def test_a_narrow_terminal(tools):
    session = Session(tools, rows=400, columns=24)
    shown = session.line("summit")
    equal(max(len(line) for line in shown.split("\n")) <= 24, True)
    session.line("summit ceasefire sanctions gas")  # wider than the screen
    contains(session.line(":help"), ":facet FIELD[:N]")
    session.keys("person:\t", "Donald Trump")
    session.line("\x15")
    session.leave()


def test_escapes_in_titles_and_names_do_not_reach_the_terminal(tools):
    article = {"id": "1", "title": "zzz \x1b]52;c;ZXZpbA==\x07 title", "text": "Text \x9b31m here.",
               "people": ["Evil \x1b[2J Name"], "published": "2025-01-01"}
    (tools.work / "in.jsonl").write_text(json.dumps(article) + "\n")
    archive = tools.work / "evil.idx"
    subprocess.run([tools.index, "-i", str(archive), "--entities", "off", str(tools.work / "in.jsonl")],
                   check=True, capture_output=True)
    tools.archive = str(archive)
    session = Session(tools, rows=200)
    for line in ("zzz", ":open 1", ":facet person"):
        session.line(line)
    session.line("person:evil\t\x15")
    session.leave()
    raw = session.terminal.raw
    for part in (b"\x1b]", b"\x1b[2J", b"\xc2\x9b"):
        equal(part in raw, False)


def test_a_writer_may_change_the_index_meanwhile(tools):
    def add(number):
        article = {"id": str(number), "title": f"zzz number {number}", "text": "Text.",
                   "published": f"2025-01-0{number}"}
        subprocess.run([tools.index, "-i", str(archive), "--input-format", "jsonl", "-"], check=True,
                       capture_output=True, input=json.dumps(article).encode() + b"\n")
    archive = tools.work / "growing.idx"
    add(1)
    tools.archive = str(archive)
    session = Session(tools, rows=100)
    contains(session.line("zzz"), "zzz · 1 article")
    add(2)
    add(3)
    contains(session.line(":open 1"), "zzz number 1")
    contains(session.line("zzz"), "zzz · 3 articles")
    session.leave()


def test_without_a_terminal_a_query_is_needed(tools):
    done = subprocess.run([tools.query, "-i", tools.archive], capture_output=True, check=False,
                          stdin=subprocess.DEVNULL)
    equal(done.returncode, 2)
    contains(done.stderr.decode(), "no query given")
    for words in (("--json",), ("--count",), ("--state", "s")):
        terminal = tools.terminal(*words)
        equal(terminal.status(), 2)
        contains(terminal.screen.text(), "no query given")


if __name__ == "__main__":
    sys.exit(main(globals()))
