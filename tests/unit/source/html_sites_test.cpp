// Bodies of pages built in the habits of news sites: invented text in real kinds of mark-up.
#include "tests/unit/source/html_town.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dateline::source {

TEST_SUITE("source.html_sites") {
    TEST_CASE("read takes the text of a WordPress theme whose article is tagged with adverts") {
        CHECK(
            body_of(page(
                "<div id=page class='hfeed has-sidebar'><article class='post-12 post "
                "tag-publicidad "
                "category-related'><header class=entry-header><h1>" +
                kTitle +
                "</h1><div class=entry-meta>By <a href=/a/lee>Ann Lee</a> on 3 May 2024</div>"
                "</header><div class='td-post-content tagdiv-type'>" +
                p(kOne) + "<div class='td-a-rec td-a-rec-id-content_inline'>- Publicidad -</div>" +
                p(kTwo) +
                "<p><strong>Lea también: <a href=/x>La otra historia del puerto"
                "</a></strong></p>" +
                p(kThree) +
                "<div class='sharedaddy sd-sharing-enabled'><h3>Share this:</h3><ul><li>"
                "<a href=#>Facebook</a></li></ul></div><div id=jp-relatedposts><h3>Related</h3>"
                "</div></div><footer class=entry-footer>Tags: <a href=/t>harbour</a></footer>"
                "<div class=author-box><p>Ann Lee has covered the coast for this paper since she "
                "left school, and she lives in a lighthouse.</p></div></article>"
                "<div id=comments><ol class=comment-list><li>" +
                p(kFour) + p(kFour) + p(kFour) + p(kFour) + p(kFour) + "</li></ol></div></div>")) ==
            lines({kOne, kTwo, kThree}));
    }

    TEST_CASE("read takes paragraphs with an element of their own each") {
        const auto block = [](const std::string& text) {
            return "<div data-component=text-block class='ssrcss-11r1m41 ep2nwvo0'><div "
                   "class=ssrcss-7uxr49>" +
                   p(text) + "</div></div>";
        };
        CHECK(body_of(page(
                  "<header><nav><a href=/>Home</a></nav></header><main id=main-content><article>"
                  "<header><h1>" +
                  kTitle +
                  "</h1></header><div data-component=byline-block>"
                  "<div>3 hours ago</div><div>Ann Lee, harbour correspondent</div></div>" +
                  block(kOne) +
                  "<div data-component=image-block><figure><img src=a.jpg>"
                  "<figcaption><span>Image caption, </span>The terminal in March</figcaption>"
                  "</figure></div>" +
                  block(kTwo) + "<div data-component=subheadline-block><h2>The cost</h2></div>" +
                  block(kThree) +
                  "<div data-component=links-block><ul><li><a href=/1>Ferry cancels its night "
                  "crossings</a></li><li><a href=/2>Market hall plans in full</a></li></ul></div>" +
                  block(kFour) +
                  "<section data-component=topic-list><h2>Related topics</h2><ul>"
                  "<li><a href=/t/1>Harbours</a></li></ul></section></article><section><h2>More on "
                  "this story</h2>" +
                  teasers(6) + "</section></main>")) ==
              lines({kOne, kTwo, "The cost", kThree, kFour}));
    }

    TEST_CASE("read takes a body without any telling name") {
        CHECK(body_of(page(
                  "<div id=app><div class=css-1a><div class=css-2b><a href=/>The Quay</a><a "
                  "href=/w>World</a></div><div class=css-3c><div class=css-4d><h1>" +
                  kTitle + "</h1><div class=css-5e><p class=css-9z>" + kOne +
                  "</p><p class=css-9z>" + kTwo +
                  "</p></div><div class=css-6f><span>Advertisement</span></div><div class=css-5e>"
                  "<p class=css-9z>" +
                  kThree + "</p><p class=css-9z>" + kFour +
                  "</p></div></div>"
                  "<div class=css-7g>" +
                  teasers(8) + "</div></div></div></div>")) == lines({kOne, kTwo, kThree, kFour}));
    }

    TEST_CASE("read takes an old page of layout tables and breaks") {
        CHECK(
            body_of("<html><head><title>" + kTitle +
                    "</title></head><body bgcolor=#ffffff><table "
                    "width=760><tr><td width=120><font size=1><a href=a.html>Front page</a><br><a "
                    "href=b.html>Sport and fixtures</a><br><a href=c.html>Letters to the editor</a>"
                    "</font></td><td width=520><font face=Arial size=4><b>" +
                    kTitle + "</b></font><br><br><font size=2>" + kOne + "<br><br>" + kTwo + "<p>" +
                    kThree + "<br><br>" + kFour +
                    "</font></td></tr></table><center><font size=1>&copy; 1998 "
                    "The Quay. All rights reserved.</font></center></body></html>") ==
            lines({kOne, kTwo, kThree, kFour}));
    }

    TEST_CASE("read keeps a standfirst that stands before the body") {
        CHECK(
            body_of(page(
                "<article><header class=article__header><p class=article__kicker>Harbours</p><h1>" +
                    kTitle + "</h1><p class=article__desc>" + kFour +
                    "</p><p class=meta__date>Publi&eacute; le 3 mai 2024 &agrave; "
                    "10h00</p></header>"
                    "<section class=article__content>" +
                    p(kOne) +
                    "<section class=catcher><p>Lire aussi : <a href=/x>Le port se "
                    "vide</a></p></section>" +
                    p(kTwo) + p(kThree) + "</section></article>",
                "<meta name=description content=\"" + kFour + "\">")) ==
            lines({kFour, kOne, kTwo, kThree}));
        CHECK(body_of(page("<main><h1>" + kTitle + "</h1><h2 class=article-subtitle>" + kFour +
                           "</h2><div class=article-body>" + p(kOne) + p(kTwo) + p(kThree) +
                           "</div></main>")) == lines({kFour, kOne, kTwo, kThree}));
    }

    TEST_CASE("read joins a body that an advert or a pay wall cuts in two") {
        CHECK(body_of(page("<main><h1>" + kTitle + "</h1><div class=article-body>" + p(kOne) +
                           "</div><div class=ad-slot>Advertisement</div><div class=article-body>" +
                           p(kTwo) + p(kThree) + "</div>" + teasers(4) + "</main>")) ==
              lines({kOne, kTwo, kThree}));
        CHECK(body_of(page("<main><h1>" + kTitle + "</h1><div class=article-body>" + p(kOne) +
                           "<div class=premium style='display: none'>" + p(kTwo) + p(kThree) +
                           p(kFour) + "</div></div></main>")) ==
              lines({kOne, kTwo, kThree, kFour}));
    }

    TEST_CASE("read takes all posts of a live blog") {
        const auto post = [](const std::string& time, const std::string& text) {
            return "<article class=live-post><time>" + time + "</time><h2>Entry at " + time +
                   "</h2><div class=live-post__body>" + p(text) + p(text + " So it went.") +
                   "</div></article>";
        };
        const Lines found =
            only(page("<main><h1>" + kTitle + "</h1><div class=live-feed>" + post("10:15", kOne) +
                      post("10:30", kTwo) + post("11:00", kThree) + post("11:45", kFour) +
                      "</div></main>"))
                .paragraphs;
        for (const std::string& text : {kOne, kTwo, kThree, kFour}) {
            CAPTURE(text);
            CHECK(std::count(found.begin(), found.end(), text) == 1);
            CHECK(std::count(found.begin(), found.end(), text + " So it went.") == 1);
        }
    }

    TEST_CASE("read keeps a short brief beside much else") {
        CHECK(body_of(page("<div class=layout><div class=story><h1>" + kTitle + "</h1>" + p(kOne) +
                           p(kTwo) + "</div><div class=rail>" + teasers(12) +
                           "</div></div><div class=cookie-consent>" + p(kFour) + p(kFour) +
                           p(kFour) + p(kFour) + "</div>")) == lines({kOne, kTwo}));
    }

    TEST_CASE("read finds the body that JSON-LD repeats") {
        const std::string head =
            R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":")" + kTitle +
            R"(","articleBody":")" + kOne + " " + kTwo + " " + kThree + R"("}</script>)";
        std::string others;
        for (int i = 0; i < 5; ++i) {
            others += p("Number " + std::to_string(i) +
                        " of the opinions that readers, many of them angry, sent to this paper in "
                        "the past week, as they do in every week, about something else.");
        }
        CHECK(body_of(page("<div><h1>" + kTitle + "</h1><div>" + p(kOne) + p(kTwo) + p(kThree) +
                               "</div></div><div><div>" + others + "</div></div>",
                           head)) == lines({kOne, kTwo, kThree}));
    }

    TEST_CASE("read marks headings lists quotes and tables") {
        const Article article = only(page(
            "<article><h1>" + kTitle + "</h1><div class=entry-content>" + p(kOne) +
            "<h2>What it costs</h2><table><tr><th>Silo</th><th>Price</th></tr><tr><td>North</td>"
            "<td>90,000</td></tr><tr><td>South</td><td>70,000</td></tr></table><blockquote><p>We "
            "will not pay for it.</p></blockquote><ul><li>Sell the site</li><li>Keep the site</li>"
            "</ul>" +
            p(kTwo) +
            "<figure><img src=x><figcaption>The quay. Photo: Bo Ray</figcaption>"
            "</figure><pre>a\n b</pre>" +
            p(kThree) + "</div></article>"));
        CHECK(article.paragraphs == Lines({kOne,
                                           "What it costs",
                                           "Silo Price",
                                           "North 90,000",
                                           "South 70,000",
                                           "We will not pay for it.",
                                           "Sell the site",
                                           "Keep the site",
                                           kTwo,
                                           "a\n b",
                                           kThree}));
        CHECK(article.blocks == std::vector<Block>{{1, BlockKind::Heading},
                                                   {2, BlockKind::Table},
                                                   {3, BlockKind::Table},
                                                   {4, BlockKind::Table},
                                                   {5, BlockKind::Quote},
                                                   {6, BlockKind::ListItem},
                                                   {7, BlockKind::ListItem},
                                                   {9, BlockKind::Preformatted}});
        CHECK(article.captions == Lines({"The quay. Photo: Bo Ray"}));
    }

    TEST_CASE("read keeps a second headline and a lead in a column named for its sidebar") {
        const std::string lead = "Ninety stalls are planned where the silos stand.";
        for (const std::string& html : {
                 "<div><h1>" + kTitle + "</h1><h2>" + lead + "</h2><div class=credit></div>",
                 "<div class=sidebar-1><h1>" + kTitle + "</h1><p class=description>" + lead +
                     "</p>",
             }) {
            CAPTURE(html);
            const Article article = only(page(html + "<div class=article-body>" + p(kOne) +
                                              p(kTwo) + p(kThree) + "</div></div>"));
            CHECK(lines(article.paragraphs) == lines({lead, kOne, kTwo, kThree}));
        }
    }

    TEST_CASE("read leaves comments out in many languages") {
        for (const std::string name : {"yorumlar", "talkbacks", "kommentarer", "komentarze"}) {
            CAPTURE(name);
            const Article article = only(page("<h1>" + kTitle + "</h1><div><div>" + p(kOne) +
                                              p(kTwo) + "</div><div class=" + name + ">" +
                                              p(kThree) + p(kFour) + "</div></div>"));
            CHECK(lines(article.paragraphs) == lines({kOne, kTwo}));
        }
    }

    TEST_CASE("read leaves out signatures at the end and the hours over posts") {
        for (const std::string line : {
                 "<p style='text-align: right'><b>Anna Meier</b></p>",
                 "<p>Anna Meier anna@example.org</p>",
                 "<p>（责任编辑：赵强）</p>",
                 "<p>انتهای پیام/</p>",
                 "<p>13:10</p>",
                 "<p>9.30</p>",
             }) {
            CAPTURE(line);
            const Article article =
                only(page("<h1>" + kTitle + "</h1><div class=article-body>" + p(kOne) + p(kTwo) +
                          p(kThree) + p(kFour) + line + "</div>"));
            CHECK(lines(article.paragraphs) == lines({kOne, kTwo, kThree, kFour}));
        }
        const Article article = only(page("<h1>" + kTitle + "</h1><div class=article-body>" +
                                          p(kOne) + p(kTwo) + p(kThree) + p("9.301") + p(kFour) +
                                          "<p style='text-align: right'>The end.</p></div>"));
        CHECK(lines(article.paragraphs) == lines({kOne, kTwo, kThree, "9.301", kFour, "The end."}));
    }

    TEST_CASE("read parts a line in bold or in a font from what a single break sets off") {
        const Article article =
            only(page("<table><tr><td><font size=4><b>" + kTitle +
                      "</b></font><br><font size=1>12 May "
                      "2025, 10:45 | Views: 231</font><br>" +
                      kOne + "<br><br><b>The silos</b><br>" + kTwo + "<br><br>" + kThree + "<br>" +
                      kFour + "</td></tr></table>"));
        CHECK(lines(article.paragraphs) == lines({kOne, "The silos", kTwo, kThree + " " + kFour}));
    }

    TEST_CASE("read keeps the words under a picture apart though no name says so") {
        const auto with = [](const std::string& words) {
            return only(page("<h1>" + kTitle +
                             "</h1><div class=article-body><div class=photo><img "
                             "src=a.jpg>" +
                             words + "</div>" + p(kOne) + p(kTwo) + p(kThree) + "</div>"));
        };
        CHECK(lines(with("<p>The silos in May</p>").captions) == lines({"The silos in May"}));
        CHECK(with("<h3>The silos in May</h3>").paragraphs.front() == "The silos in May");
    }

    TEST_CASE("read leaves out what stands between and behind the paragraphs") {
        CHECK(body_of(page(
                  "<article><h1>" + kTitle +
                  "</h1><div class=article-text><p>By Ann Lee</p>"
                  "<p>Published 3 May 2024, 10:15</p><p>Listen to this article</p>" +
                  p(kOne) +
                  "<p>Advertisement</p><p><a href=/x>READ MORE: The silo that would not "
                  "fall</a></p>" +
                  p(kTwo) +
                  "<p>Photo: Bo Ray / Quay Pictures</p><p>Sign up for our harbour "
                  "newsletter <a href=/n>here</a></p>" +
                  p(kThree) +
                  "<p><a href=/y>Ferry company cancels its night crossings</a></p><h3>Related "
                  "articles</h3><ul><li><a href=/1>Silos through the ages</a></li></ul>"
                  "<p>Tags: harbour, grain</p><p>&copy; 2024 The Quay. All rights reserved.</p>"
                  "</div></article>")) == lines({kOne, kTwo, kThree}));
    }
}

}  // namespace dateline::source
