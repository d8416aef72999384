// The lists, folded and cut as the tokenizer does it: `don't` is there as `don` and `t`.
//
// Which words are stop words follows the lists of the Snowball project (snowballstem.org, 3-clause
// BSD licence); of a contraction only pieces that are no words of their own are listed.
#include "common/text/stop_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline::text {
namespace {

constexpr std::string_view kEnglishText =
    "i me my myself we our ours ourselves you your yours yourself yourselves he him his himself "
    "she "
    "her hers herself it its itself they them their theirs themselves what which who whom this "
    "that "
    "these those am is are was were be been being have has had having do does did doing would "
    "should could ought a an the and but if or because as until while of at by for with about "
    "against between into through during before after above below to from up down in out on off "
    "over under again further then once here there when where why how all any both each few more "
    "most other some such no nor not only own same so than too very cannot "
    "m re s ve d ll t isn aren wasn weren hasn haven hadn doesn don didn wouldn shan shouldn "
    "couldn "
    "mustn";

constexpr std::string_view kGermanText =
    "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes "
    "anderm andern anderr anders auch auf aus bei bin bis bist da damit dann der den des dem die "
    "das "
    "dass derselbe derselben denselben desselben demselben dieselbe dieselben dasselbe dazu dein "
    "deine deinem deinen deiner deines denn derer dessen dich dir du dies diese diesem diesen "
    "dieser "
    "dieses doch dort durch ein eine einem einen einer eines einig einige einigem einigen einiger "
    "einiges einmal er ihn ihm es etwas euer eure eurem euren eurer eures fur gegen gewesen hab "
    "habe "
    "haben hat hatte hatten hier hin hinter ich mich mir ihr ihre ihrem ihren ihrer ihres euch im "
    "in "
    "indem ins ist jede jedem jeden jeder jedes jene jenem jenen jener jenes jetzt kann kein keine "
    "keinem keinen keiner keines konnen konnte machen man manche manchem manchen mancher manches "
    "mein meine meinem meinen meiner meines mit muss musste nach nicht nichts noch nun nur ob oder "
    "ohne sehr sein seine seinem seinen seiner seines selbst sich sie ihnen sind so solche solchem "
    "solchen solcher solches soll sollte sondern sonst uber um und uns unse unsem unsen unser "
    "unses "
    "unter viel vom von vor wahrend war waren warst was weg weil weiter welche welchem welchen "
    "welcher welches wenn werde werden wie wieder will wir wird wirst wo wollen wollte wurde "
    "wurden "
    "zu zum zur zwar zwischen";

constexpr std::string_view kFrenchText =
    "au aux avec ce ces dans de des du elle en et eux il je la le leur lui ma mais me meme mes moi "
    "mon ne nos notre nous on ou par pas pour qu que qui sa se ses son sur ta te tes toi ton tu un "
    "une vos votre vous c d j l a m n s t y ete etee etees etes etant suis es est sommes sont "
    "serai "
    "seras sera serons serez seront serais serait serions seriez seraient etais etait etions etiez "
    "etaient fus fut fumes futes furent sois soit soyons soyez soient fusse fusses fussions "
    "fussiez "
    "fussent ayant eu eue eues eus ai as avons avez ont aurai auras aura aurons aurez auront "
    "aurais "
    "aurait aurions auriez auraient avais avait avions aviez avaient eut eumes eutes eurent aie "
    "aies "
    "ait ayons ayez aient eusse eusses eussions eussiez eussent ceci cela cet cette ici ils les "
    "leurs quel quels quelle quelles sans soi";

constexpr std::string_view kSpanishText =
    "de la que el en y a los del se las por un para con no una su al lo como mas pero sus le ya o "
    "este si porque esta entre cuando muy sin sobre tambien me hasta hay donde quien desde todo "
    "nos "
    "durante todos uno les ni contra otros ese eso ante ellos e esto mi antes algunos que unos yo "
    "otro otras otra tanto esa estos mucho quienes nada muchos cual poco ella estas algunas algo "
    "nosotros mis tu te ti tus ellas nosotras vosotros vosotras os mio mia mios mias tuyo tuya "
    "tuyos "
    "tuyas suyo suya suyos suyas nuestro nuestra nuestros nuestras vuestro vuestra vuestros "
    "vuestras "
    "esos esas estoy estamos estais estan este estes estemos esteis esten estare estaras estara "
    "estaremos estareis estaran estaria estaba estabas estaban estuve estuvo estuvieron estando "
    "estado estada estados estadas he has ha hemos habeis han haya hayas hayamos hayan habre habra "
    "habran habria habrian habia habias habiamos habian hube hubo hubieron hubiera hubieran "
    "hubiese "
    "habiendo habido soy eres es somos sois son sea seas seamos seais sean sere seras sera seremos "
    "sereis seran seria serias seriamos serian era eras eramos eran fui fuiste fue fuimos fueron "
    "fuera fueras fueran fuese fuesen siendo sido tengo tienes tiene tenemos teneis tienen tenga "
    "tengas tengan tendre tendra tendran tendria tendrian tenia tenias teniamos tenian tuve tuvo "
    "tuvieron tuviera tuvieran teniendo tenido";

constexpr std::string_view kItalianText =
    "ad al allo ai agli all agl alla alle con col coi da dal dallo dai dagli dall dagl dalla dalle "
    "di "
    "del dello dei degli dell degl della delle in nel nello nei negli nell negl nella nelle su sul "
    "sullo sui sugli sull sugl sulla sulle per tra contro io tu lui lei noi voi loro mio mia miei "
    "mie "
    "tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre mi "
    "ti "
    "ci vi lo la li le gli ne il un uno una ma ed se perche anche come dov dove che chi cui non "
    "piu "
    "quale quanto quanti quanta quante quello quelli quella quelle questo questi questa queste si "
    "tutto tutti a c e i l o ho hai ha abbiamo avete hanno abbia abbiate abbiano avro avrai avra "
    "avremo avrete avranno avrei avresti avrebbe avremmo avreste avrebbero avevo avevi aveva "
    "avevamo "
    "avevate avevano ebbi avesti ebbe avemmo aveste ebbero avessi avesse avessimo avessero avendo "
    "avuto avuta avuti avute sono sei siamo siete sia siate siano saro sarai sara saremo sarete "
    "saranno sarei saresti sarebbe saremmo sareste sarebbero ero eri era eravamo eravate erano fui "
    "fosti fu fummo foste furono fossi fosse fossimo fossero essendo faccio fai facciamo fanno "
    "stavo "
    "stava stavano stando sto stai sta stiamo stanno";

constexpr std::string_view kDutchText =
    "de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om "
    "hem "
    "dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar "
    "heb "
    "hoe heeft hebben deze u want nog zal me zij nu ge geen omdat iets worden toch al waren veel "
    "meer "
    "doen toen moet ben zonder kan hun dus alles onder ja eens hier wie werd altijd doch wordt "
    "wezen "
    "kunnen ons zelf tegen na reeds wil kon niets uw iemand geweest andere";

constexpr std::string_view kPortugueseText =
    "de a o que e do da em um para com nao uma os no se na por mais as dos como mas ao ele das seu "
    "sua ou quando muito nos ja eu tambem so pelo pela ate isso ela entre depois sem mesmo aos "
    "seus "
    "quem nas me esse eles voce essa num nem suas meu minha numa pelos elas qual lhe deles essas "
    "esses pelas este dele tu te voces vos lhes meus minhas teu tua teus tuas nosso nossa nossos "
    "nossas dela delas esta estes estas aquele aquela aqueles aquelas isto aquilo estou estamos "
    "estao "
    "estive esteve estivemos estiveram estava estavamos estavam estivera esteja estejamos estejam "
    "estivesse estivessem estiver estiverem hei ha havemos hao houve houvemos houveram houvera "
    "haja "
    "hajamos hajam houvesse houvessem houver houverem houvera houverei houveria sou somos sao era "
    "eramos eram fui foi fomos foram fora seja sejamos sejam fosse fossemos fossem for formos "
    "forem "
    "serei sera seremos serao seria seriamos seriam tenho tem temos tinha tinhamos tinham tive "
    "teve "
    "tivemos tiveram tivera tenha tenhamos tenham tivesse tivessem tiver tiverem terei tera "
    "teremos "
    "terao teria teriamos teriam";

constexpr std::string_view kSwedishText =
    "och det att i en jag hon som han pa den med var sig for sa till ar men ett om hade de av icke "
    "mig du henne da sin nu har inte hans honom skulle hennes dar min man ej vid kunde nagot fran "
    "ut "
    "nar efter upp vi dem vara vad over an dig kan sina har ha mot alla under nagon eller allt "
    "mycket "
    "sedan ju denna sjalv detta at utan varit hur ingen mitt ni bli blev oss din dessa nagra deras "
    "blir mina samma vilken er sadan var blivit dess inom mellan sadant varfor varje vilka ditt "
    "vem "
    "vilket sitta sadana vart dina vars vart vara ert era vilkas";

constexpr std::string_view kDanishText =
    "og i jeg det at en den til er som pa de med han af for ikke der var mig sig men et har om vi "
    "min "
    "havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle "
    "vil "
    "blev kunne ind nar vaere dog noget ville jo deres efter ned skulle denne end dette mit ogsa "
    "under have dig anden hende mine alt meget sit sine vor mod disse hvis din nogle hos blive "
    "mange "
    "ad bliver hendes vaeret thi jer sadan";

constexpr std::string_view kNorwegianText =
    "og i jeg det at en et den til er som pa de med han av ikke ikkje der sa var meg seg men ett "
    "har "
    "om vi min mitt ha hadde hun na over da ved fra du ut sin dem oss opp man kan hans hvor eller "
    "hva "
    "skal selv sjol her alle vil bli ble blei blitt kunne inn nar vaere kom noen noe ville dere "
    "som "
    "deres kun ja etter ned skulle denne for deg si sine sitt mot a meget hvorfor dette disse uten "
    "hvordan ingen din ditt blir samme hvilken hvilke sann inni mellom var hver hvem vors hvis "
    "bade "
    "bare enn fordi for mange ogsa slik vaert begge siden dykk dykkar dei deira deires deim di da "
    "eg "
    "ein eit eitt elles honom hja ho hoe henne hennar hennes hoss hossen ikkje ingi inkje korleis "
    "korso kva kvar kvarhelst kven kvi kvifor me medan mi mine mykje no nokon noka nokor noko "
    "nokre "
    "sia sidan so somt somme um upp vere vore verte vort varte vart";

constexpr std::string_view kFinnishText =
    "olla olen olet on olemme olette ovat ole oli olisi olisit olisin olisimme olisitte olisivat "
    "olit "
    "olin olimme olitte olivat ollut olleet en et ei emme ette eivat mina minun minut minua "
    "minussa "
    "minusta minuun minulla minulta minulle sina sinun sinut sinua sinussa sinusta sinuun sinulla "
    "sinulta sinulle han hanen hanet hanta hanessa hanesta haneen hanella hanelta hanelle me "
    "meidan "
    "meidat meita meissa meista meihin meilla meilta meille te teidan teidat teita teissa teista "
    "teihin teilla teilta teille he heidan heidat heita heissa heista heihin heilla heilta heille "
    "tama taman tata tassa tasta tahan talla talta talle tana taksi tuo tuon tuota tuossa tuosta "
    "tuohon tuolla tuolta tuolle tuona tuoksi se sen sita siina siita siihen silla silta sille "
    "sina "
    "siksi nama naiden naita naissa naista naihin nailla nailta naille naina naiksi nuo noiden "
    "noita "
    "noissa noista noihin noilla noilta noille noina noiksi ne niiden niita niissa niista niihin "
    "niilla niilta niille niina niiksi kuka kenen kenet keta kenessa kenesta keneen kenella "
    "kenelta "
    "kenelle kenena keneksi ketka mika minka mita missa mista mihin milla milta mille miksi mitka "
    "joka jonka jota jossa josta johon jolla jolta jolle jona joksi jotka joiden joita joissa "
    "joista "
    "joihin joilla joilta joille joina joiksi etta ja jos koska kuin mutta niin seka tai vaan vai "
    "vaikka kanssa mukaan noin poikki yli kun nyt itse";

constexpr std::string_view kRussianText =
    "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне "
    "было вот от меня еще нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него "
    "до вас нибудь опять уж вам сказал ведь там потом себя ничего ей может они тут где есть надо "
    "ней "
    "для мы тебя их чем была сам чтоб без будто человек чего раз тоже себе под жизнь будет ж тогда "
    "кто этот говорил того потому этого какой совсем ним здесь этом один почти мой тем чтобы нее "
    "кажется сейчас были куда зачем сказать всех никогда сегодня можно при наконец два об другой "
    "хоть после над больше тот через эти нас про всего них какая много разве сказала три эту моя "
    "впрочем хорошо свою этой перед иногда лучше чуть том нельзя такой им более всегда конечно всю "
    "между";

constexpr std::string_view kHungarianText =
    "a ahogy ahol aki akik akkor alatt altal altalaban amely amelyek amelyekben amelyeket amelyet "
    "amelynek ami amit amolyan amig amikor at abban ahhoz annak arra arrol az azok azon azt azzal "
    "azert aztan azutan azonban bar be belul benne cikk cikkek cikkeket csak de e eddig egesz egy "
    "egyes egyetlen egyeb egyik egyre ekkor el eleg ellen elo eloszor elott elso en eppen ebben "
    "ehhez "
    "emilyen ennek erre ez ezt ezek ezen ezzel ezert es fel fele hanem hiszen hogy hogyan igen igy "
    "illetve ill ilyen ilyenkor ismet itt jo jobban kell kellett keresztul ki kivul kozott kozul "
    "legalabb "
    "lehet lehetett legyen lenne lenni lesz lett maga magat majd mar mas masik meg mellett mert "
    "mely "
    "melyek mi mit mig miert milyen mikor minden mindent mindenki mindig mint mintha mivel most "
    "nagy "
    "nagyobb nagyon ne neha nekem neki nem nehany nelkul nincs olyan ott ossze o ok oket pedig "
    "persze "
    "ra s sajat sem semmi sok sokat sokkal szamara szemben szerint szinte talan tehat teljes "
    "tovabb "
    "tovabba tobb ugy ugyanis uj ujabb ujra utan utana utolso vagy vagyis valaki valami valamint "
    "valo "
    "vagyok van vannak volt voltam voltak voltunk vissza vele viszont volna";

constexpr std::size_t count_words(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

/// The words of `text`, sorted.
template <std::size_t Size>
constexpr std::array<std::string_view, Size> sorted_words(std::string_view text) {
    std::array<std::string_view, Size> words{};
    for (std::string_view& word : words) {
        word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
    std::sort(words.begin(), words.end());
    return words;
}

constexpr auto kEnglish = sorted_words<count_words(kEnglishText)>(kEnglishText);
constexpr auto kGerman = sorted_words<count_words(kGermanText)>(kGermanText);
constexpr auto kFrench = sorted_words<count_words(kFrenchText)>(kFrenchText);
constexpr auto kSpanish = sorted_words<count_words(kSpanishText)>(kSpanishText);
constexpr auto kItalian = sorted_words<count_words(kItalianText)>(kItalianText);
constexpr auto kDutch = sorted_words<count_words(kDutchText)>(kDutchText);
constexpr auto kPortuguese = sorted_words<count_words(kPortugueseText)>(kPortugueseText);
constexpr auto kSwedish = sorted_words<count_words(kSwedishText)>(kSwedishText);
constexpr auto kDanish = sorted_words<count_words(kDanishText)>(kDanishText);
constexpr auto kNorwegian = sorted_words<count_words(kNorwegianText)>(kNorwegianText);
constexpr auto kFinnish = sorted_words<count_words(kFinnishText)>(kFinnishText);
constexpr auto kRussian = sorted_words<count_words(kRussianText)>(kRussianText);
constexpr auto kHungarian = sorted_words<count_words(kHungarianText)>(kHungarianText);

template <std::size_t Size>
bool has_word(const std::array<std::string_view, Size>& words, std::string_view word) noexcept {
    return std::binary_search(words.begin(), words.end(), word);
}

/// A language and the question put to its list.
struct StopList {
    std::string_view language;
    bool (*has)(std::string_view word) noexcept;
};

constexpr std::array kStopLists{
    StopList{"en", [](std::string_view word) noexcept { return has_word(kEnglish, word); }},
    StopList{"de", [](std::string_view word) noexcept { return has_word(kGerman, word); }},
    StopList{"fr", [](std::string_view word) noexcept { return has_word(kFrench, word); }},
    StopList{"es", [](std::string_view word) noexcept { return has_word(kSpanish, word); }},
    StopList{"it", [](std::string_view word) noexcept { return has_word(kItalian, word); }},
    StopList{"nl", [](std::string_view word) noexcept { return has_word(kDutch, word); }},
    StopList{"pt", [](std::string_view word) noexcept { return has_word(kPortuguese, word); }},
    StopList{"sv", [](std::string_view word) noexcept { return has_word(kSwedish, word); }},
    StopList{"da", [](std::string_view word) noexcept { return has_word(kDanish, word); }},
    StopList{"nb", [](std::string_view word) noexcept { return has_word(kNorwegian, word); }},
    StopList{"nn", [](std::string_view word) noexcept { return has_word(kNorwegian, word); }},
    StopList{"no", [](std::string_view word) noexcept { return has_word(kNorwegian, word); }},
    StopList{"fi", [](std::string_view word) noexcept { return has_word(kFinnish, word); }},
    StopList{"ru", [](std::string_view word) noexcept { return has_word(kRussian, word); }},
    StopList{"hu", [](std::string_view word) noexcept { return has_word(kHungarian, word); }},
};

}  // namespace

bool is_stop_word(std::string_view lang, std::string_view folded) noexcept {
    const std::string_view first = lang.substr(0, lang.find_first_of("-_"));
    const auto* const list = std::find_if(kStopLists.begin(),
                                          kStopLists.end(),
                                          [&](const StopList& l) { return l.language == first; });
    return list != kStopLists.end() && list->has(folded);
}

}  // namespace dateline::text
