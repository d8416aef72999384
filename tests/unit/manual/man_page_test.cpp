// The page of a small program.
#include "common/manual/man_page.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline::manual;

namespace {

Program small_program() {
    Program program;
    program.name = "prog";
    program.version = "1.2";
    program.purpose = "do little";
    program.synopsis = {"[OPTIONS] FILE"};
    program.summary = "Does little.";
    program.first_example = {"prog 'a b'", "the usual"};
    program.options = {{"Group", "name", 'n', "NAME", "a name"},
                       {"Group", "steps", '\0', "[=STEPS]", "some steps"},
                       {"Other", "help", '\0', "", "print this"}};
    program.statuses = {{"0", "done with `--name`"}};
    program.see_also = {"other(1)", "third(7)"};
    return program;
}

}  // namespace

TEST_SUITE("manual.man_page") {
    TEST_CASE("man_page writes sections in their order and leaves out empty ones") {
        CHECK(man_page(small_program()) == R"(.TH "PROG" 1 "" "Dateline 1.2" "Dateline"
.nh
.ad l
.SH "NAME"
prog \- do little
.br
.SH "SYNOPSIS"
\fBprog\fR \fI[OPTIONS] FILE\fR
.br
.SH "DESCRIPTION"
.PP
Does little.
.SH "OPTIONS"
.PP
Defaults stand in brackets.
.SS "Group"
.TP
\fB\-n\fR, \fB\-\-name\fR \fINAME\fR
a name.
.TP
\fB\-\-steps\fR\fI[=STEPS]\fR
some steps.
.SS "Other"
.TP
\fB\-\-help\fR
print this.
.SH "EXAMPLES"
.PP
the usual:
.PP
.RS 4
.EX
prog \(aqa b\(aq
.EE
.RE
.SH "EXIT STATUS"
.TP
\fB0\fR
done with \fB\-\-name\fR
.SH "SEE ALSO"
.PP
\fBother\fR(1), \fBthird\fR(7)
)");
    }
}
