// Bodies of pages in which names, hidden parts or other articles lead astray: invented text.
#include "tests/unit/source/html_town.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline::source {

TEST_SUITE("source.html_traps") {
    TEST_CASE("read takes hidden text for subscribers that belongs to the body") {
        CHECK(body_of(page(
                  "<div class=asset-body><div id=article-body itemprop=articleBody "
                  "class='asset-content subscriber-premium'><div class=subscriber-preview>" +
                  p(kOne) + p(kTwo) +
                  "</div><div class='subscriber-only encrypted-content' style='display:none'>" +
                  p(kThree) + p(kFour) + "</div></div></div>")) ==
              lines({kOne, kTwo, kThree, kFour}));
    }

    TEST_CASE("read takes the first article of an endless page") {
        const auto story = [](const std::string& title, const std::string& text) {
            return "<article class=story><h1>" + title + "</h1><div class=story-body>" + text +
                   "</div></article>";
        };
        CHECK(body_of(page("<main>" + story(kTitle, p(kOne) + p(kTwo)) +
                           story("Ferry cancels its crossings", p(kThree) + p(kFour) + p(kFour)) +
                           "</main>")) == lines({kOne, kTwo}));
    }

    TEST_CASE("read prefers a short body to a longer footer or consent text") {
        CHECK(body_of(page("<main id=content><h1>" + kTitle + "</h1><div class=x2>" + p(kOne) +
                               "</div></main><aside>" + teasers(5) + "</aside><footer>" + p(kTwo) +
                               p(kThree) + "</footer>",
                           kDated)) == lines({kOne}));
        CHECK(body_of(page("<div id=onetrust-consent-sdk>" + p(kTwo) + p(kThree) + p(kFour) +
                               p(kTwo) + "</div><div class=page-inner><h1>" + kTitle + "</h1>" +
                               p(kOne) + "</div>",
                           kDated)) == lines({kOne}));
    }

    TEST_CASE("read takes the text of AMP pages and leaves their adverts") {
        CHECK(body_of(page("<article class=amp-wp-article><h1>" + kTitle +
                           "</h1><div class=amp-wp-article-content>" + p(kOne) +
                           "<amp-ad>Buy a silo today</amp-ad>" + p(kTwo) + "</div></article>")) ==
              lines({kOne, kTwo}));
    }

    TEST_CASE("read takes a body inside noscript when there is no other") {
        CHECK(body_of(page("<div id=app></div><noscript><h1>" + kTitle + "</h1>" + p(kOne) +
                           p(kTwo) + p(kThree) + p(kFour) + "</noscript>")) ==
              lines({kOne, kTwo, kThree, kFour}));
    }

    TEST_CASE("read takes a page that is one form and a body that is a list") {
        CHECK(body_of(page("<form method=post><div id=menu><ul><li><a href=/a>Front page</a></li>"
                           "</ul></div><div class=txt><h1>" +
                           kTitle + "</h1>" + p(kOne) + p(kTwo) + p(kThree) + "</div></form>")) ==
              lines({kOne, kTwo, kThree}));
        CHECK(body_of(page("<article><h1>" + kTitle + "</h1><ol><li>" + kOne + "</li><li>" + kTwo +
                           "</li></ol></article>")) == lines({kOne, kTwo}));
    }

    TEST_CASE("read takes captions for text where there is no other") {
        const std::string figure = "<figure><img src=x><figcaption>";
        CHECK(body_of(page("<article><h1>" + kTitle + "</h1><div class=gallery>" + figure + kOne +
                           "</figcaption></figure>" + figure + kTwo +
                           "</figcaption></figure></div></article>")) == lines({kOne, kTwo}));
    }

    TEST_CASE("read keeps prose in elements with unlucky names and ids made of headings") {
        CHECK(body_of(page("<div class=entry-content><h1>" + kTitle + "</h1>" + p(kOne) +
                           "<div class=scroll-target>" + p(kTwo) +
                           "</div><section id=sharing-the-quay-with-others><h2>Sharing</h2>" +
                           p(kThree) + "</section><p class=paywall>" + kFour + "</p></div>")) ==
              lines({kOne, kTwo, "Sharing", kThree, kFour}));
    }
}

}  // namespace dateline::source
