// The words that class names and ids are made of, and what they mean on news sites.
#include "indexer/source/html/html_names.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace dateline::source {
namespace {

using Words = std::span<const std::string_view>;

/// What an article is called, in English and where else names of elements are not English.
constexpr auto kSubjects = std::to_array<std::string_view>(
    {"article", "articles", "story",     "post",   "entry",   "news",     "blog",     "press",
     "materia", "noticia",  "noticias",  "nota",   "artikel", "artykul",  "articolo", "articulo",
     "artigo",  "clanek",   "clanok",    "haber",  "berita",  "vijest",   "vest",     "cikk",
     "stire",   "statya",   "single",    "asset",  "arti",    "newsitem", "bericht",  "beitrag",
     "meldung", "amp",      "richtext",  "detail", "detalle", "wysiwyg",  "gh",       "sqs",
     "rich",    "name",     "available", "editor", "inner"});

/// What its text is called.
constexpr auto kParts = std::to_array<std::string_view>(
    {"body",     "text",      "content",    "contents", "copy",      "txt",     "cont",   "texto",
     "corpo",    "corps",     "cuerpo",     "conteudo", "contenido", "contenu", "testo",  "tekst",
     "tresc",    "icerik",    "metni",      "detay",    "obsah",     "telo",    "inhalt", "innhold",
     "brodtext", "brodtekst", "paragraphs", "bodytext", "fulltext",  "markup",  "block"});

/// What makes something else of a name that has both.
constexpr auto kOtherParts = std::to_array<std::string_view>(
    {"header",      "head",    "footer",    "foot",        "related",    "comment",   "comments",
     "list",        "listing", "lists",     "share",       "social",     "meta",      "teaser",
     "preview",     "image",   "images",    "img",         "photo",      "media",     "video",
     "link",        "links",   "title",     "headline",    "subtitle",   "sidebar",   "side",
     "aside",       "nav",     "menu",      "author",      "byline",     "date",      "time",
     "tags",        "tag",     "info",      "card",        "promo",      "ad",        "ads",
     "widget",      "more",    "next",      "prev",        "summary",    "excerpt",   "intro",
     "lead",        "caption", "credit",    "tools",       "bar",        "top",       "bottom",
     "right",       "left",    "recommend", "recommended", "newsletter", "subscribe", "button",
     "icon",        "label",   "feed",      "grid",        "slider",     "carousel",  "gallery",
     "archive",     "search",  "popular",   "latest",      "read",       "box",       "thumb",
     "description", "inline",  "print"});

/// Names that mean the text of an article all by themselves, without their separators.
constexpr auto kBodies = std::to_array<std::string_view>({"articlebody",
                                                          "articletext",
                                                          "articlecontent",
                                                          "articlecopy",
                                                          "articlefulltext",
                                                          "storybody",
                                                          "storytext",
                                                          "storycontent",
                                                          "postbody",
                                                          "postcontent",
                                                          "posttext",
                                                          "entrycontent",
                                                          "entrybody",
                                                          "newsbody",
                                                          "newstext",
                                                          "newscontent",
                                                          "newsdetail",
                                                          "bodytext",
                                                          "bodycopy",
                                                          "textbody",
                                                          "textcontent",
                                                          "contentbody",
                                                          "contenttext",
                                                          "maintext",
                                                          "fieldnamebody",
                                                          "artibody",
                                                          "articebody",
                                                          "articlebodycontents",
                                                          "newsctarticle",
                                                          "dicarea",
                                                          "articleview",
                                                          "harmonycontainer",
                                                          "rmtxtcon",
                                                          "trseditor",
                                                          "zwcontent",
                                                          "endtext",
                                                          "honbun",
                                                          "cmnarticletext",
                                                          "articlemainbody",
                                                          "mediatorarticle",
                                                          "jsmediatorarticle",
                                                          "fckdetail",
                                                          "contentdetail",
                                                          "detailcontent",
                                                          "thearticlebody",
                                                          "singularcontent",
                                                          "cmsbody",
                                                          "habermetni",
                                                          "haberdetay",
                                                          "habericerik",
                                                          "cuerpo",
                                                          "cuerponota",
                                                          "notacuerpo",
                                                          "cuerponoticia",
                                                          "cuerpoarticulo",
                                                          "corponoticia",
                                                          "corpomateria",
                                                          "materiaconteudo",
                                                          "conteudomateria",
                                                          "textonoticia",
                                                          "textomateria",
                                                          "textonota",
                                                          "noticiatexto",
                                                          "corpodanoticia",
                                                          "artikeltext",
                                                          "artikeltekst",
                                                          "artykultresc",
                                                          "trescartykulu",
                                                          "corpoarticolo",
                                                          "testoarticolo",
                                                          "brodtext",
                                                          "bodymarkup",
                                                          "articledetailtext",
                                                          "articlesection",
                                                          "txtcontent",
                                                          "contenttxt",
                                                          "storybodytext",
                                                          "fullstory",
                                                          "newsfulltext",
                                                          "detailtext",
                                                          "detailtextbody",
                                                          "richtextarticlebody",
                                                          "elementorwidgetthemepostcontent",
                                                          "sppostcontent",
                                                          "tdpostcontent",
                                                          "itempage",
                                                          "postfullcontent",
                                                          "articlepagecontent",
                                                          "articledetailcontent",
                                                          "singlecontent",
                                                          "pfcontent",
                                                          "jegcontent",
                                                          "contentinner",
                                                          "themecontent",
                                                          "storydetail",
                                                          "storydetails",
                                                          "articledetails",
                                                          "articledetail",
                                                          "artdetail",
                                                          "arttext",
                                                          "artcontent",
                                                          "artbody",
                                                          "arttxt",
                                                          "articlebodytext",
                                                          "textoconteudo",
                                                          "newsview",
                                                          "viewcontent",
                                                          "articlecontents",
                                                          "newscontents",
                                                          "textwrap",
                                                          "newstextwrap"});

constexpr auto kNoise = std::to_array<std::string_view>({"ad",
                                                         "ads",
                                                         "adv",
                                                         "advert",
                                                         "adverts",
                                                         "advertisement",
                                                         "advertising",
                                                         "advertisment",
                                                         "adslot",
                                                         "adbox",
                                                         "adsense",
                                                         "adsbygoogle",
                                                         "anzeige",
                                                         "werbung",
                                                         "publicidad",
                                                         "publicidade",
                                                         "pubblicita",
                                                         "reklam",
                                                         "reklama",
                                                         "reklame",
                                                         "iklan",
                                                         "quangcao",
                                                         "annonce",
                                                         "mpu",
                                                         "dfp",
                                                         "banner",
                                                         "banners",
                                                         "share",
                                                         "shares",
                                                         "sharing",
                                                         "sharebar",
                                                         "sharetools",
                                                         "sharethis",
                                                         "sharedaddy",
                                                         "addthis",
                                                         "addtoany",
                                                         "social",
                                                         "socials",
                                                         "sns",
                                                         "related",
                                                         "relacionadas",
                                                         "relacionados",
                                                         "relacionada",
                                                         "relacionado",
                                                         "correlati",
                                                         "correlate",
                                                         "verwandt",
                                                         "gerelateerd",
                                                         "recommended",
                                                         "recommendation",
                                                         "recommendations",
                                                         "recommend",
                                                         "recommends",
                                                         "recirc",
                                                         "recirculation",
                                                         "signup",
                                                         "promo",
                                                         "promos",
                                                         "promobox",
                                                         "promoted",
                                                         "sponsor",
                                                         "sponsored",
                                                         "taboola",
                                                         "outbrain",
                                                         "mgid",
                                                         "dianomi",
                                                         "zergnet",
                                                         "revcontent",
                                                         "breadcrumb",
                                                         "breadcrumbs",
                                                         "pagination",
                                                         "pager",
                                                         "paging",
                                                         "subscribe",
                                                         "subscription",
                                                         "subscriptions",
                                                         "toolbar",
                                                         "sidebar",
                                                         "footer",
                                                         "navbar",
                                                         "navigation",
                                                         "menu",
                                                         "readmore",
                                                         "alsoread",
                                                         "mostread",
                                                         "popular",
                                                         "trending",
                                                         "noprint",
                                                         "printfooter",
                                                         "login",
                                                         "register",
                                                         "followus",
                                                         "editsection",
                                                         "readnext",
                                                         "upnext",
                                                         "onward",
                                                         "seealso",
                                                         "lireaussi",
                                                         "toc",
                                                         "inread",
                                                         "infolinks",
                                                         "yarpp",
                                                         "relatedposts",
                                                         "relatedarticles",
                                                         "crp",
                                                         "saxo",
                                                         "whatsapp",
                                                         "telegram"});

/// Parts of long names that are written without separators.
constexpr auto kNoiseParts = std::to_array<std::string_view>(
    {"sharebutton",       "sharebar",       "sharetool",      "shareicon",      "socialshare",
     "sociallink",        "socialbutton",   "socialmedia",    "relatedarticle", "relatedstor",
     "relatedpost",       "relatednews",    "relatedcontent", "relatedlink",    "relatedtopic",
     "relatedvideo",      "advertis",       "googlead",       "readmore",       "alsoread",
     "alsolike",          "authorbio",      "aboutauthor",    "abouttheauthor", "authorbox",
     "authorinfo",        "authorprofile",  "authorcard",     "authordesc",     "postnav",
     "mostread",          "mostpopular",    "morestories",    "morenews",       "morefrom",
     "recommended",       "recommendation", "appdownload",    "downloadapp",    "breadcrumb",
     "lireaussi",         "leiamais",       "leiatambem",     "leertambien",    "leemas",
     "tambienteinteresa", "lesauch",        "mehrzum",        "czytajtez",      "czytajtakze",
     "googlenews",        "followbutton",   "jprelated",      "skiplink",       "screenreader",
     "visuallyhidden",    "sronly",         "tagcloud",       "tagslist",       "taglist",
     "tableofcontents",   "eztoc",          "posttags",       "articletags",    "entrytags",
     "storytags",         "topictags",      "entryfooter",    "articlefooter",  "postfooter"});

constexpr auto kApart = std::to_array<std::string_view>(
    {"comment",      "comments",     "commentlist", "disqus",       "livefyre",      "replies",
     "kommentare",   "kommentar",    "comentarios", "commentaires", "commenti",      "reacties",
     "respond",      "viafoura",     "hyvor",       "coral",        "spotim",        "openweb",
     "newsletter",   "newsletters",  "cookie",      "cookies",      "consent",       "gallery",
     "galleria",     "photogallery", "slideshow",   "carousel",     "modal",         "popup",
     "overlay",      "lightbox",     "gdpr",        "onetrust",     "didomi",        "cookiebanner",
     "cookienotice", "cmp",          "ccpa",        "yorum",        "yorumlar",      "yorumlari",
     "talkback",     "talkbacks",    "kommentarer", "komentar",     "komentarze",    "komentare",
     "komentari",    "kommentit",    "comentarii",  "diskuze",      "hozzaszolasok", "binhluan",
     "comentario",   "commentaire",  "commento"});

constexpr auto kDetails = std::to_array<std::string_view>(
    {"author",      "authors",      "byline",    "bylines",    "autor",     "autores",
     "autore",      "auteur",       "auteurs",   "writer",     "reporter",  "journalist",
     "contributor", "contributors", "date",      "datetime",   "timestamp", "published",
     "publication", "pubdate",      "updated",   "meta",       "metadata",  "tags",
     "keywords",    "tag",          "kicker",    "eyebrow",    "tool",      "tools",
     "button",      "buttons",      "btn",       "badge",      "views",     "fontsize",
     "translate",   "listen",       "audio",     "player",     "readtime",  "readingtime",
     "bookmark",    "bio",          "follow",    "rating",     "ratings",   "poll",
     "correction",  "feedback",     "copyright", "disclaimer", "nav",       "widget",
     "jumplink",    "cta",          "print",     "printer",    "tts",       "speech",
     "newsinfo",    "postinfo",     "datum",     "fecha",      "firma",     "redaktion",
     "tooltip",     "thumbnail"});

constexpr auto kCaptions = std::to_array<std::string_view>(
    {"caption",      "captions",     "figcaption", "cutline",          "imagecaption",
     "photocaption", "imgcaption",   "didascalia", "bildunterschrift", "bildtext",
     "bildtexte",    "epigrafe",     "legende",    "photocredit",      "imagecredit",
     "imgdesc",      "fotocredit",   "piefoto",    "wpcaptiontext",    "wpcaption",
     "mediacaption", "thumbcaption", "photodesc",  "picdesc"});

constexpr auto kCredits =
    std::to_array<std::string_view>({"credit", "credits", "caption", "legend"});
constexpr auto kPictures =
    std::to_array<std::string_view>({"photo", "image", "img", "picture", "media", "foto", "pic"});

/// First words of names that say what an element has or does, not what it is.
constexpr auto kLabels =
    std::to_array<std::string_view>({"has", "with", "without", "no", "is", "not", "show", "hide"});

constexpr auto kSummaries = std::to_array<std::string_view>(
    {"standfirst", "subtitle",  "subheadline", "subheading",  "subhead",  "dek",      "deck",
     "chapo",      "chapeau",   "lede",        "summary",     "bajada",   "copete",   "entradilla",
     "sumario",    "sommario",  "catenaccio",  "ingress",     "perex",    "spot",     "sapo",
     "vorspann",   "subtitulo", "linhafina",   "gancho",      "subtitre", "subtitel", "manchet",
     "resumen",    "resumo",    "synopsis",    "undertitel",  "anons",    "abstract", "teaser",
     "intro",      "lead",      "leadtext",    "description", "desc",     "sinopsis", "strapline",
     "occhiello",  "excerpt"});

bool is_any(std::string_view text, Words words) noexcept {
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool any_of_words(const ElementName& name, Words words) noexcept {
    return std::any_of(name.words.begin(), name.words.end(), [words](const std::string& word) {
        return is_any(word, words);
    });
}

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_upper(char c) noexcept {
    return c >= 'A' && c <= 'Z';
}

ElementName take_apart(std::string_view written) {
    ElementName name;
    const bool is_id = written.starts_with('#');
    written.remove_prefix(is_id ? 1 : 0);
    name.lower = ascii_lower(written);
    std::string word;
    const auto flush = [&] {
        if (!word.empty()) {
            name.words.push_back(std::move(word));
            word.clear();
        }
    };
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char c = written[i];
        const bool hump = is_upper(c) && i > 0 && !is_upper(written[i - 1]);
        if (!is_letter(c) || hump) {
            flush();
        }
        if (is_letter(c)) {
            word += name.lower[i];
            name.joined += name.lower[i];
        }
    }
    flush();
    // An id of many words is made of a heading's text.
    constexpr std::size_t most_words_of_id = 3;
    name.is_label =
        (is_id && name.words.size() > most_words_of_id) ||
        (name.words.size() > 1 &&
         (is_any(name.words[0], kLabels) ||
          // WordPress and its like name the sections and keywords of an article on the whole of it.
          name.lower.starts_with("tag-") || name.lower.starts_with("category-") ||
          name.lower.starts_with("page-template") || name.lower.starts_with("postid-")));
    return name;
}

}  // namespace

std::vector<ElementName> split_names(std::string_view names) {
    std::vector<ElementName> all;
    constexpr std::string_view blanks = " \t\n\r\f";
    for (std::size_t at = names.find_first_not_of(blanks); at != std::string_view::npos;) {
        const std::size_t end = std::min(names.find_first_of(blanks, at), names.size());
        all.push_back(take_apart(names.substr(at, end - at)));
        at = names.find_first_not_of(blanks, end);
    }
    return all;
}

bool is_body_name(const ElementName& name) {
    if (is_any(name.joined, kBodies)) {
        return true;
    }
    if (name.words.size() < 2 || any_of_words(name, kOtherParts)) {
        return false;
    }
    // `block` and `name` are too common to pair with anything but the clear words.
    const bool subject = any_of_words(name, kSubjects);
    return subject && any_of_words(name, kParts) &&
           !(name.words.size() == 2 && name.words.back() == "block");
}

bool is_noise_name(const ElementName& name) {
    return any_of_words(name, kNoise) ||
           std::any_of(kNoiseParts.begin(), kNoiseParts.end(), [&name](std::string_view part) {
               return name.joined.find(part) != std::string::npos;
           });
}

bool is_apart_name(const ElementName& name) {
    return any_of_words(name, kApart);
}

bool is_detail_name(const ElementName& name) {
    return any_of_words(name, kDetails);
}

bool is_caption_name(const ElementName& name) {
    return any_of_words(name, kCaptions) || is_any(name.joined, kCaptions) ||
           (any_of_words(name, kCredits) && any_of_words(name, kPictures));
}

bool is_picture_name(const ElementName& name) {
    return any_of_words(name, kPictures) || name.joined == "photos" || name.joined == "images";
}

bool is_summary_name(const ElementName& name) {
    return any_of_words(name, kSummaries) || is_any(name.joined, kSummaries);
}

}  // namespace dateline::source
