// Bodies of pages in many scripts, built in the habits of the sites that use them.
#include "indexer/source/html/html_reader.hpp"
#include "tests/unit/source/reader_fixture.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline::source {
namespace {

using Lines = std::vector<std::string>;

std::string lines(const Lines& all) {
    std::string text;
    for (const std::string& line : all) {
        text += line + "\n";
    }
    return text;
}

std::string body_of(const std::string& body) {
    KeepingSink sink = read_all(
        html_reader(),
        "<!DOCTYPE html><html><head><meta charset=utf-8></head><body>" + body + "</body></html>");
    REQUIRE(sink.articles.size() == 1);
    return lines(sink.articles[0].paragraphs);
}

std::string p(const std::string& text) {
    return "<p>" + text + "</p>";
}

}  // namespace

TEST_SUITE("source.html_scripts") {
    TEST_CASE("read takes a Chinese body and leaves the editor out") {
        const std::string one =
            "市议会周二投票决定关闭旧粮食码头，结束了困扰该镇近十年的争议，并将原址改建为可容纳九十"
            "个摊位的市场。";
        const std::string two =
            "市长表示，工程可能在春季开始，但拆除筒仓的费用尚未与业主达成一致，居民则担心交通会更加"
            "拥堵。";
        CHECK(body_of("<div class=nav><a href=/>首页</a> <a "
                      "href=/n>新闻</a></div><h1>旧粮食码头将关闭</h1>"
                      "<div class=info>2024年05月03日 10:15 来源：码头报</div>"
                      "<div class=article id=artibody>" +
                      p("　　" + one) + p("　　" + two) +
                      "<p>（责任编辑：王小明）</p></div><div class=hot><ul><li><a "
                      "href=/1>渡轮公司取消夜间航班</a>"
                      "</li><li><a href=/2>市场大厅规划图公布</a></li></ul></div>") ==
              lines({one, two}));
    }

    TEST_CASE("read takes a Japanese body with single breaks") {
        const std::string one =
            "町議会は火曜日、古い穀物ターミナルを閉鎖することを決めた。十年近く町を二分してきた論争"
            "がこれで終わる。";
        const std::string two =
            "跡地には九十の店が入る市場が建てられる予定で、工事は春にも始まる見通しだと町長は説明し"
            "た。";
        CHECK(body_of("<article><h1>穀物ターミナル閉鎖へ</h1><time>2024年5月3日 10時15分</time>"
                      "<div class=article-body>" +
                      p(one) + p(two) +
                      "<p>【関連記事】<a href=/x>フェリーの夜間便が欠航</a></p></div></article>"
                      "<section><h2>アクセスランキング</h2><ol><li><a "
                      "href=/1>夜間便が欠航、乗客は待合室で一夜</a></li>"
                      "</ol></section>") == lines({one, two}));
    }

    TEST_CASE("read takes a Korean body that is text and breaks only") {
        const std::string one =
            "시의회는 화요일 오래된 곡물 터미널을 폐쇄하기로 결정했다. 거의 십 년 동안 마을을 "
            "갈라놓은 논쟁이 끝났다.";
        const std::string two =
            "시장은 봄에 공사가 시작될 수 있다고 말했지만, 저장고 철거 비용은 아직 소유주와 "
            "합의되지 않았다.";
        CHECK(body_of("<h2 class=media_end_head_headline>곡물 터미널 폐쇄</h2><div "
                      "id=newsct><article id=dic_area>"
                      "<span class=end_photo_org><img src=x><em class=img_desc>삼월의 "
                      "터미널</em></span>" +
                      one + "<br><br>" + two +
                      "</article></div><div class=u_cbox><ul><li>댓글 하나</li></ul>"
                      "</div>") == lines({one, two}));
    }

    TEST_CASE("read takes an Arabic body made of divs") {
        const std::string one =
            "صوّت مجلس الميناء يوم الثلاثاء على إغلاق محطة الحبوب القديمة، منهياً خلافاً قسم البلدة "
            "لما يقرب من عشر سنوات.";
        const std::string two =
            "وقال الأعضاء إن الموقع، الذي ظل خالياً منذ الفيضان، سيتحول إلى سوق مغطاة تتسع لتسعين "
            "متجراً صغيراً.";
        CHECK(body_of(
                  "<h1>إغلاق محطة الحبوب</h1><div class=article-content><div>" + one +
                  "</div><div>إعلان</div><div>" + two +
                  "</div><div>اقرأ أيضا: <a href=/x>إلغاء رحلات العبارة الليلية</a></div></div>") ==
              lines({one, two}));
    }

    TEST_CASE("read takes a Russian body in blocks") {
        const std::string one =
            "Городской совет во вторник проголосовал за закрытие старого зернового терминала, "
            "завершив спор, "
            "который длился почти десять лет.";
        const std::string two =
            "Работы могут начаться весной, сообщил мэр, однако стоимость сноса элеваторов пока не "
            "согласована с "
            "владельцами участка.";
        const auto block = [](const std::string& type, const std::string& html) {
            return "<div class=article__block data-type=" + type + ">" + html + "</div>";
        };
        CHECK(body_of("<h1>Терминал закроют</h1><div class='article__body js-mediator-article'>" +
                      block("text", "<div class=article__text>" + one + "</div>") +
                      block("banner", "<div class=banner>Реклама</div>") +
                      block("article",
                            "<div class=article__article><a href=/x>Паром отменил ночные рейсы"
                            "</a></div>") +
                      block("text", "<div class=article__text>" + two + "</div>") +
                      "<p>Читайте также: <a href=/y>Рынок откроют осенью</a></p></div>") ==
              lines({one, two}));
    }

    TEST_CASE("read takes Hindi Thai and Greek bodies") {
        const std::string hindi =
            "बंदरगाह परिषद ने मंगलवार को पुराने अनाज टर्मिनल को बंद करने के लिए मतदान किया। इससे लगभग दस साल "
            "से चल रहा विवाद समाप्त हो "
            "गया। सदस्यों ने कहा कि वहां एक बाजार बनाया जाएगा, जिसमें नब्बे दुकानें होंगी और काम वसंत में शुरू "
            "होगा।";
        const std::string thai =
            "สภาท่าเรือลงมติเมื่อวันอังคารให้ปิดท่าขนถ่ายธัญพืชเก่า ยุติข้อพิพาทที่แบ่งแยกเมืองมานานเกือบสิบปี "
            "สมาชิกสภากล่าวว่าพื้นที่ดังกล่าวจะถูกเปลี่ยนเป็นตลาดที่มีแผงขายของเก้าสิบแผงและงานจะเริ่มในฤดูใบไม้ผลิ";
        const std::string greek =
            "Το συμβούλιο του λιμανιού ψήφισε την Τρίτη το κλείσιμο του παλιού τερματικού σταθμού "
            "σιτηρών, "
            "βάζοντας τέλος σε μια διαμάχη που κράτησε σχεδόν δέκα χρόνια, ενώ οι εργασίες μπορεί "
            "να αρχίσουν "
            "την άνοιξη, όπως είπε ο δήμαρχος της πόλης.";
        CHECK(body_of("<h1>टर्मिनल बंद</h1><div class=story-detail>" + p(hindi) +
                      "<p><strong>ये भी पढ़ें- <a href=/x>रात की नौका रद्द</a></strong></p>" +
                      p(hindi + " 2") + "</div>") == lines({hindi, hindi + " 2"}));
        CHECK(body_of("<h1>ปิดท่าเรือ</h1><div class=entry-content>" + p(thai) +
                      "<p>อ่านข่าวที่เกี่ยวข้อง <a href=/x>เรือข้ามฟากยกเลิก</a></p></div>") ==
              lines({thai}));
        CHECK(body_of("<h1>Κλείνει ο σταθμός</h1><div class=article-main>" + p(greek) +
                      "<p>Διαβάστε επίσης: <a href=/x>Ακυρώθηκαν τα δρομολόγια</a></p>" +
                      p(greek + " 2") + "<p>ΔΙΑΦΗΜΙΣΗ</p></div>") == lines({greek, greek + " 2"}));
    }

    TEST_CASE("read takes a Turkish spot and a Vietnamese sapo as part of the text") {
        const std::string spot =
            "Liman meclisi eski tahıl terminalini kapatma kararı aldı, yaklaşık on yıllık tartışma "
            "sona erdi.";
        const std::string haber =
            "Belediye başkanı, çalışmaların ilkbaharda başlayabileceğini, ancak siloların yıkım "
            "maliyeti konusunda "
            "henüz anlaşma sağlanamadığını söyledi.";
        CHECK(body_of("<h1>Terminal kapanıyor</h1><h2 class=spot>" + spot +
                      "</h2><div class=haber-metni>" + p(haber) + p(haber + " 2") +
                      "<p>Etiketler: <a href=/t>liman</a></p></div>") ==
              lines({spot, haber, haber + " 2"}));
        const std::string sapo =
            "Hội đồng cảng hôm thứ Ba bỏ phiếu đóng cửa bến ngũ cốc cũ, chấm dứt tranh cãi kéo dài "
            "gần mười năm.";
        const std::string tin =
            "Thị trưởng cho biết công việc có thể bắt đầu vào mùa xuân, dù chi phí dỡ bỏ các silo "
            "vẫn chưa được "
            "thống nhất với chủ sở hữu khu đất.";
        CHECK(body_of("<h1>Đóng cửa bến cảng</h1><p class=description>" + std::string() +
                      "</p><h2 class=sapo>" + sapo + "</h2><article class=fck_detail>" + p(tin) +
                      p(tin + " 2") +
                      "<p>Xem thêm: <a href=/x>Hủy chuyến phà đêm</a></p></article>") ==
              lines({sapo, tin, tin + " 2"}));
    }
}

}  // namespace dateline::source
