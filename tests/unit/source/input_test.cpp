// read_inputs(): folders, compression, archives, limits, sniffing, and what is done to every
// article.
#include "common/base/error.hpp"
#include "indexer/source/media_type.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/source/collecting_sink.hpp"
#include "tests/unit/source/make_archive.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <unistd.h>

using namespace dateline;
using namespace dateline::source;
using dateline::testing::CollectingSink;
using dateline::testing::make_archive;
using dateline::testing::read_all;
using dateline::testing::TempDir;

namespace {

using Strings = std::vector<std::string>;

std::string text(const std::string& title) {
    return title + "\n\nSome words of a story.\n";
}

Strings titles(const CollectingSink& sink) {
    Strings list;
    for (const Article& article : sink.articles) {
        list.push_back(article.title);
    }
    return list;
}

Strings members(const CollectingSink& sink) {
    Strings list;
    for (const Article& article : sink.articles) {
        list.push_back(article.locator.member);
    }
    return list;
}

Strings codes(const CollectingSink& sink) {
    Strings list;
    for (const Rejected& rejected : sink.rejects) {
        list.push_back(rejected.code);
    }
    return list;
}

/// Articles of about 60 bytes in the form that has many in a file.
std::string records(int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i) {
        bytes += "<REUTERS NEWID=\"" + std::to_string(i) + "\"><TEXT><BODY>Words " +
                 std::to_string(i * 7919) + " of it.</BODY></TEXT></REUTERS>\n";
    }
    return bytes;
}

ErrorCode error_of(const Strings& inputs, const SourceOptions& options = {}) {
    try {
        (void)read_all(inputs, options);
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::Internal;
}

std::string little_endian(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i, value >>= 8U) {
        text += static_cast<char>(value & 0xFFU);
    }
    return text;
}

std::uint32_t crc32_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1U) ^ ((crc & 1U) == 0 ? 0U : 0xEDB88320U);
        }
    }
    return ~crc;
}

/// A zip file of stored members, whose names are written as they are: libarchive writes them as
/// the locale allows.
///
/// Source: APPNOTE.TXT 6.3.9, sections 4.3.7, 4.3.12 and 4.3.16; bit 11 of the flags: 4.4.4.
std::string zip_of(const dateline::testing::Members& members, bool utf8_names) {
    std::string files;
    std::string directory;
    for (const auto& [name, bytes] : members) {
        const auto size = static_cast<std::uint32_t>(bytes.size());
        const std::string common =
            little_endian(20, 2) + little_endian(utf8_names ? 0x800 : 0, 2) + little_endian(0, 2) +
            little_endian(0, 4) + little_endian(crc32_of(bytes), 4) + little_endian(size, 4) +
            little_endian(size, 4) + little_endian(static_cast<std::uint32_t>(name.size()), 2) +
            little_endian(0, 2);
        directory += "PK\x01\x02" + little_endian(20, 2) + common + little_endian(0, 6) +
                     little_endian(0, 4) +
                     little_endian(static_cast<std::uint32_t>(files.size()), 4) + name;
        files += "PK\x03\x04" + common + name + bytes;
    }
    const auto count = static_cast<std::uint32_t>(members.size());
    return files + directory + "PK\x05\x06" + little_endian(0, 4) + little_endian(count, 2) +
           little_endian(count, 2) +
           little_endian(static_cast<std::uint32_t>(directory.size()), 4) +
           little_endian(static_cast<std::uint32_t>(files.size()), 4) + little_endian(0, 2);
}

}  // namespace

TEST_SUITE("source.input") {
    TEST_CASE("read_inputs walks folders in the order of names and skips what is hidden") {
        const TempDir dir;
        dir.write("b.txt", text("b"));
        dir.write("a/z.txt", text("z"));
        dir.write("B.txt", text("B"));
        dir.write(".hidden.txt", text("hidden"));
        dir.write(".git/x.txt", text("x"));
        dir.write("index/manifest.json", "{}");
        dir.write("index/XAPIANDB", "auto 1");
        dir.write("index/c.txt", text("index"));
        dir.write("crawl/manifest.json", "{}");
        dir.write("crawl/c.txt", text("crawl"));
        std::filesystem::create_symlink(dir.path() / "b.txt", dir.path() / "link.txt");
        const CollectingSink sink = read_all({dir.path().string()});
        CHECK(titles(sink) == Strings{"B", "z", "b", "crawl"});
        CHECK(sink.articles[1].locator.file == (dir.path() / "a/z.txt").string());
        CHECK(sink.articles[1].format == "text");
    }

    TEST_CASE("read_inputs follows a link that is named") {
        const TempDir dir;
        std::filesystem::create_symlink(dir.write("b.txt", text("b")), dir.path() / "link.txt");
        CHECK(titles(read_all({(dir.path() / "link.txt").string()})) == Strings{"b"});
    }

    TEST_CASE("read_inputs throws before reading if an input is missing or the format unknown") {
        const TempDir dir;
        const std::string file = dir.write("b.txt", text("b")).string();
        CHECK(error_of({file, file + ".not"}) == ErrorCode::InputUnreadable);
        SourceOptions options;
        options.input_format = "no-such";
        CHECK(error_of({file}, options) == ErrorCode::Usage);
    }

    TEST_CASE("read_inputs decompresses every filter and a plain one is no member") {
        const TempDir dir;
        for (const char* filter : {"gzip", "bzip2", "xz", "zstd"}) {
            CAPTURE(filter);
            const auto path = dir.path() / filter;
            make_archive(path, "raw", filter, {{"x", text("inside")}});
            const CollectingSink sink = read_all({path.string()});
            CHECK(titles(sink) == Strings{"inside"});
            CHECK(members(sink) == Strings{""});
            CHECK(sink.progress_bytes == std::filesystem::file_size(path));
        }
    }

    TEST_CASE("read_inputs reads members of archives and of archives in them") {
        const TempDir dir;
        const std::string gz =
            make_archive(dir.path() / "in.gz", "raw", "gzip", {{"x", text("packed")}});
        const std::string zip =
            make_archive(dir.path() / "in.zip",
                         "zip",
                         "none",
                         {{"f/", ""}, {"f/新聞.txt", text("zipped")}, {"empty.txt", ""}});
        const auto path = dir.path() / "all.tar.zst";
        make_archive(path,
                     "ustar",
                     "zstd",
                     {{"./a.txt", text("plain")},
                      {"b.gz", gz},
                      {"._c.txt", text("fork")},
                      {"d.zip", zip},
                      {"__MACOSX/e.txt", text("fork")},
                      {"f.pdf", "%PDF-1.4 \x01\x02"}});
        const CollectingSink sink = read_all({path.string()});
        CHECK(titles(sink) == Strings{"plain", "packed", "zipped"});
        CHECK(members(sink) == Strings{"./a.txt", "b.gz", "d.zip!/f/新聞.txt"});
        CHECK(sink.rejects.empty());
        REQUIRE(sink.types.size() == 2);
        CHECK(sink.types[0] ==
              std::pair(path.string() + "!/d.zip!/empty.txt", std::string("inode/x-empty")));
        CHECK(sink.types[1] ==
              std::pair(path.string() + "!/f.pdf", std::string("application/pdf")));
        CHECK(sink.progress_bytes == std::filesystem::file_size(path));
    }

    TEST_CASE("read_inputs reads a zip file on disk by its directory") {
        const TempDir dir;
        make_archive(
            dir.path() / "a.zip", "zip", "none", {{"a.txt", text("a")}, {"b.txt", text("b")}});
        const CollectingSink sink = read_all({(dir.path() / "a.zip").string()});
        CHECK(titles(sink) == Strings{"a", "b"});
        CHECK(sink.progress_bytes == std::filesystem::file_size(dir.path() / "a.zip"));
    }

    // Articles without an id are known by where they stand: one name for all would lose all but
    // one.
    TEST_CASE("read_inputs keeps the names of zip members in any script") {
        const TempDir temp;
        const dateline::testing::Members files = {{"\xD0\xBD\xD0\xBE.txt", text("A")},
                                                  {"\xE6\x97\xA5.txt", text("B")}};
        temp.write("a.zip", zip_of(files, true));
        const Strings names = {files[0].first, files[1].first};
        CHECK(members(read_all({(temp.path() / "a.zip").string()})) == names);
        // Inside another archive it is read from front to back.
        const std::string outer = zip_of({{"in.zip", zip_of(files, true)}}, true);
        temp.write("b.zip", outer);
        CHECK(members(read_all({(temp.path() / "b.zip").string()})) ==
              Strings{"in.zip!/" + names[0], "in.zip!/" + names[1]});
    }

    TEST_CASE("read_inputs keeps names of zip members apart that are not UTF-8") {
        const TempDir temp;
        temp.write("a.zip", zip_of({{"\x84.txt", text("A")}, {"\x94.txt", text("B")}}, false));
        // Code page 437.
        CHECK(members(read_all({(temp.path() / "a.zip").string()})) ==
              Strings{"\xC3\xA4.txt", "\xC3\xB6.txt"});
    }

    TEST_CASE("read_inputs enters archives up to the depth limit") {
        const TempDir dir;
        std::string bytes = text("deep");
        for (int depth = 0; depth < 3; ++depth) {
            bytes = make_archive(
                dir.path() / "x.tar", "ustar", "none", {{"m" + std::to_string(depth), bytes}});
        }
        SourceOptions options;
        options.limits.archive_depth = 3;
        CHECK(members(read_all({(dir.path() / "x.tar").string()}, options)) ==
              Strings{"m2!/m1!/m0"});
        options.limits.archive_depth = 2;
        const CollectingSink sink = read_all({(dir.path() / "x.tar").string()}, options);
        CHECK(sink.articles.empty());
        CHECK(codes(sink) == Strings{"too_deep"});
        CHECK(sink.rejects[0].locator.member == "m2!/m1");
    }

    TEST_CASE("read_inputs stops an archive at the member limit") {
        const TempDir dir;
        make_archive(dir.path() / "x.tar",
                     "ustar",
                     "none",
                     {{"a", text("a")}, {"b", text("b")}, {"c", text("c")}});
        SourceOptions options;
        options.limits.members = 3;
        CHECK(read_all({(dir.path() / "x.tar").string()}, options).articles.size() == 3);
        options.limits.members = 2;
        const CollectingSink sink = read_all({(dir.path() / "x.tar").string()}, options);
        CHECK(sink.articles.size() == 2);
        CHECK(codes(sink) == Strings{"too_many_members"});
    }

    TEST_CASE("read_inputs gives what it could read of a truncated file and goes on") {
        const TempDir dir;
        const std::string whole =
            make_archive(dir.path() / "whole.gz", "raw", "gzip", {{"x", records(20'000)}});
        const std::string cut =
            dir.write("a.gz", std::string_view(whole).substr(0, whole.size() / 2)).string();
        const std::string next = dir.write("b.txt", text("next")).string();
        const CollectingSink sink = read_all({cut, next});
        CHECK(sink.articles.size() > 5000);
        CHECK(sink.articles.back().title == "next");
        CHECK(codes(sink) == Strings{"truncated"});
        CHECK(sink.rejects[0].locator.file == cut);
    }

    TEST_CASE("read_inputs gives the text before a break to the text reader") {
        const TempDir dir;
        std::string long_text = "Headline\n\n";
        for (int i = 0; i < 40'000; ++i) {
            long_text += "word" + std::to_string(i * 7919) + ' ';
        }
        const std::string whole =
            make_archive(dir.path() / "whole.gz", "raw", "gzip", {{"x", long_text}});
        const std::string cut =
            dir.write("a.gz", std::string_view(whole).substr(0, whole.size() - 1000)).string();
        const CollectingSink sink = read_all({cut});
        REQUIRE(sink.articles.size() == 1);
        CHECK(sink.articles[0].warnings == std::vector<Warning>{{"incomplete", 1}});
        CHECK(codes(sink) == Strings{"truncated"});
    }

    TEST_CASE("read_inputs reports a damaged archive") {
        const TempDir dir;
        std::string tar = make_archive(
            dir.path() / "x.tar", "ustar", "none", {{"a", text("a")}, {"b", text("b")}});
        tar.resize(1024 + 100);
        const CollectingSink sink = read_all({dir.write("cut.tar", tar).string()});
        CHECK(titles(sink) == Strings{"a"});
        CHECK(codes(sink) == Strings{"truncated"});
    }

    TEST_CASE("read_inputs stops at bombs and goes on with the next file") {
        const TempDir dir;
        const std::string zeros = (dir.path() / "zeros.gz").string();
        make_archive(zeros, "raw", "gzip", {{"x", std::string(100U << 20U, '\0')}});
        const std::string next = dir.write("b.sgm", records(1)).string();
        SourceOptions options;
        const CollectingSink sniffed = read_all({zeros, next}, options);
        CHECK(sniffed.articles.size() == 1);
        CHECK(sniffed.types == std::vector<std::pair<std::string, std::string>>{
                                   {zeros, "application/octet-stream"}});
        options.input_format = "reuters";
        const CollectingSink forced = read_all({zeros, next}, options);
        CHECK(forced.articles.size() == 1);
        CHECK(codes(forced) == Strings{"bomb"});
        options.limits.ratio = 2000;
        CHECK(codes(read_all({zeros, next}, options)) == Strings{"stray_text"});
    }

    TEST_CASE("read_inputs limits the size of a member but not of an archive") {
        const TempDir dir;
        const std::string bytes = records(3000);
        make_archive(dir.path() / "x.tar.gz", "ustar", "gzip", {{"a", bytes}, {"b", bytes}});
        SourceOptions options;
        options.limits.member_bytes = bytes.size();
        CHECK(read_all({(dir.path() / "x.tar.gz").string()}, options).articles.size() == 6000);
        options.limits.member_bytes = bytes.size() / 2;
        const CollectingSink sink = read_all({(dir.path() / "x.tar.gz").string()}, options);
        CHECK(codes(sink) == Strings{"bomb"});
        CHECK(sink.rejects[0].locator.member == "a");
    }

    TEST_CASE("read_inputs names empty and unknown files by type") {
        const TempDir dir;
        const CollectingSink sink =
            read_all({dir.write("a", "").string(),
                      dir.write("b", "%PDF-1.4\nx").string(),
                      dir.write("c", "<?xml version='1.0'?><a/>").string()});
        REQUIRE(sink.types.size() == 3);
        CHECK(sink.types[0].second == "inode/x-empty");
        CHECK(sink.types[1].second == "application/pdf");
        CHECK(sink.types[2].second == "application/xml");
    }

    TEST_CASE("read_inputs says so if a file or an archive holds nothing") {
        const TempDir dir;
        make_archive(dir.path() / "x.tar", "ustar", "none", {{"folder/", ""}});
        const CollectingSink sink =
            read_all({(dir.path() / "x.tar").string(),
                      dir.write("y.sgm", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n").string()});
        CHECK(codes(sink) == Strings{"no_records", "no_records"});
    }

    TEST_CASE("read_inputs reads standard input") {
        const TempDir dir;
        const std::string file = dir.write("in.txt", text("from a pipe")).string();
        const int saved = ::dup(STDIN_FILENO);
        REQUIRE(std::freopen(file.c_str(), "r", stdin) != nullptr);
        const CollectingSink sink = read_all({"-"});
        ::dup2(saved, STDIN_FILENO);
        ::close(saved);
        CHECK(titles(sink) == Strings{"from a pipe"});
        CHECK(sink.articles[0].locator.file == "-");
    }

    TEST_CASE("read_inputs stops when asked to") {
        const TempDir dir;
        dir.write("a.txt", text("a"));
        dir.write("b.txt", text("b"));
        CollectingSink sink;
        sink.stop_after = 1;
        read_inputs({dir.path().string()}, {}, sink);
        CHECK(titles(sink) == Strings{"a"});
    }

    TEST_CASE("read_inputs fills in what the options say and the article does not") {
        const TempDir dir;
        SourceOptions options;
        options.collection = "wire";
        options.source = "Default";
        options.lang = "en";
        options.id_prefix = "p-";
        const CollectingSink sink = read_all(
            {dir.write("a.txt", "id: 7\nlang: fr\nsource: Own\ncollection: mine\ntitle: t\n\nText.")
                 .string(),
             dir.write("b.txt", text("b")).string()},
            options);
        REQUIRE(sink.articles.size() == 2);
        CHECK(sink.articles[0].id == "p-7");
        CHECK(sink.articles[0].lang == "fr");
        CHECK(sink.articles[0].lang_from == "metadata");
        CHECK(sink.articles[0].source == "Own");
        CHECK(sink.articles[0].collection == "mine");
        CHECK(sink.articles[1].id.empty());
        CHECK(sink.articles[1].lang == "en");
        CHECK(sink.articles[1].lang_from == "option");
        CHECK(sink.articles[1].source == "Default");
        CHECK(sink.articles[1].collection == "wire");
    }
}

TEST_SUITE("source.finishing_sink") {
    TEST_CASE("clean repairs text and counts what it did") {
        using namespace std::string_literals;
        Article article;
        article.title = "a\0b\x01 c\td"s;
        article.paragraphs = {"x\r\ny\rz", "\xFF\xFE", " \t ", "plain"};
        article.places = {"Z\xFCrich", ""};
        clean(article);
        CHECK(article.title == "ab c d");
        CHECK(article.paragraphs == Strings{"x\ny z", "\xEF\xBF\xBD\xEF\xBF\xBD", "plain"});
        CHECK(article.places == Strings{"Z\xEF\xBF\xBDrich"});
        CHECK(article.warnings ==
              std::vector<Warning>{{"repaired_utf8", 3}, {"control_characters", 2}});
    }
}

TEST_SUITE("source.media_type") {
    TEST_CASE("media_type knows binary formats by signature") {
        using namespace std::string_view_literals;
        CHECK(media_type("\x89PNG\r\n\x1A\n\0\0"sv) == "image/png");
        CHECK(media_type("\x7F"
                         "ELF\2\1\1\0"sv) == "application/x-elf");
        CHECK(media_type("\0\0\0\x18"
                         "ftypmp42\0\0\0\0"sv) == "video/mp4");
        CHECK(media_type("\1\2\3\4\5\6\7"sv) == "application/octet-stream");
        CHECK(
            media_type(
                "PK\3\4\x14\0\6\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml"sv) ==
            "application/vnd.openxmlformats-officedocument");
    }
}
