// The texts that the rules were made with; what happens in them is invented unless it is known to
// everybody.
#include "tests/unit/analysis/rules/marked_texts.hpp"

#include <array>

namespace dateline::testing {

namespace {

constexpr std::array kTexts{
    MarkedText{"de",
               R"(Gipfel in [L:Berlin]: Scharfe Töne aus [L:Moskau]

[L:Berlin] (dpa) - Bundeskanzler [P:Olaf Scholz] hat am Dienstag den französischen Präsidenten [P:Emmanuel Macron] im Kanzleramt empfangen. Beide sprachen über die Lage in der [L:Ukraine] und über Hilfen für den Wiederaufbau. [P:Scholz] sagte, die Regierungen [L:Deutschlands] und [L:Frankreichs] stünden fest zusammen.

Am Abend reist der Gast nach [L:Essen] weiter, wo das Essen schon bestellt ist. Bürgermeisterin [P:Anna Kowalski] zeigte sich erfreut. Die Regel gilt seit August; der Regen in [L:Hamburg] störte niemanden. Außenministerin [P:Annalena Baerbock] traf unterdessen in [L:Warschau] ihren Kollegen. Die [O:NATO] und die [O:EU] äußerten sich zunächst nicht.)"},
    MarkedText{"fr",
               R"(Le président [P:Emmanuel Macron] attendu à [L:Londres]

Le chef de l'État français se rendra jeudi au [L:Royaume-Uni], a annoncé l'[O:Élysée]. Il rencontrera le premier ministre [P:Keir Starmer], puis le roi. Selon M. [P:Macron], « la [L:France] et l'[L:Allemagne] doivent agir ensemble ». Les villes de [L:Lyon] et de [L:Marseille] préparent aussi une visite.

À [L:Tours] comme à [L:Nice], les syndicats restent prudents. La ministre [P:Catherine Colonna] s'est dite optimiste après son voyage en [L:Chine] et au [L:Sénégal]. Les avenues, dont l'avenue Jean Jaurès, seront fermées.)"},
    MarkedText{"es",
               R"([P:Pedro Sánchez] viaja a [L:Bruselas] para hablar de energía

El presidente del Gobierno, [P:Pedro Sánchez], llegó este lunes a [L:Bélgica]. Como en otras ocasiones, no hubo preguntas. [P:Sánchez] insistió en que [L:España] y [L:Portugal] mantienen una posición común frente a [L:Rusia].

Para la oposición, el viaje llega tarde. La ministra [P:Teresa Ribera] recordó en [L:Buenos Aires] que [L:Argentina] y [L:Chile] han firmado el acuerdo. El presidente colombiano [P:Gustavo Petro] viajará a [L:Estados Unidos] el martes. La [O:OTAN] no hizo comentarios.)"},
    MarkedText{"pt",
               R"({P:Lula} recebe primeiro-ministro de [L:Portugal] em [L:Brasília]

O presidente [P:Luiz Inácio Lula da Silva] recebeu nesta terça-feira o primeiro-ministro [P:Luís Montenegro]. Os dois trataram do acordo entre a [O:União Europeia] e o [O:Mercosul]. Para o governo, o texto ajuda o [L:Brasil] e a [L:Argentina]. Como sempre, houve protestos em [L:São Paulo] e no [L:Rio de Janeiro].

A ministra [P:Marina Silva] afirmou que a [L:China] comprará mais. O senador [P:Jorge Amadeu] votou contra.)"},
    MarkedText{"it",
               R"([P:Giorgia Meloni] a [L:Parigi]: vertice sui migranti

La presidente del Consiglio [P:Giorgia Meloni] è arrivata in [L:Francia] per incontrare il presidente [P:Emmanuel Macron]. Dopo [L:Roma] e [L:Milano], anche [L:Napoli] chiede fondi. [P:Meloni] ha parlato della [L:Libia] e della [L:Tunisia]. Come ha detto il ministro [P:Antonio Tajani], «la [L:Germania] è con noi».

Il sole torna sul Nord. In via Garibaldi il traffico resta bloccato; a [L:Prato] nessun danno.)"},
    MarkedText{"nl",
               R"(Premier [P:Mark Rutte] naar [L:Kiev]

Minister-president [P:Mark Rutte] is woensdag aangekomen in [L:Oekraïne]. Hij sprak er met president [P:Volodymyr Zelensky]. [P:Rutte] zei dat [L:Nederland] en [L:België] meer hulp sturen. Van alle landen geeft [L:Duitsland] het meest.

De minister van Defensie reisde door naar [L:Polen]. In [L:Den Haag] debatteerde de Kamer. Burgemeester [P:Femke Halsema] van [L:Amsterdam] waarschuwde.)"},
    MarkedText{"pl",
               R"(Premier [P:Donald Tusk] z wizytą w [L:Paryżu]

Premier [P:Donald Tusk] spotkał się we wtorek z prezydentem [L:Francji] [P:Emmanuelem Macronem]. Rozmowy dotyczyły [L:Ukrainy] i [L:Rosji]. [P:Tusk] powiedział, że stanowisko [L:Polski] i [L:Niemiec] jest wspólne. W [L:Warszawie] protestowali rolnicy.

Most w [L:Krakowie] zamknięto. Ministra [P:Radosława Sikorskiego] przyjęto w [L:Londynie].)"},
    MarkedText{"ru",
               R"(Президент [L:Франции] [P:Эммануэль Макрон] прибыл в [L:Москву]

В [L:Москве] прошли переговоры президента [L:России] [P:Владимира Путина] и его французского коллеги [P:Эммануэля Макрона]. [P:Путин] заявил, что отношения с [L:Германией] и [L:Китаем] развиваются. Мир ждет решений, отметил глава МИД [P:Сергей Лавров].

Орел в небе не виден, а в [L:Казани] и [L:Санкт-Петербурге] идет дождь. Как сообщили в [L:Киеве], президент [P:Зеленский] поедет в [L:США].)"},
    MarkedText{"uk",
               R"(Президент [P:Володимир Зеленський] провів зустріч у [L:Києві]

У [L:Києві] президент [L:України] [P:Володимир Зеленський] зустрівся з канцлером [L:Німеччини]. За словами [P:Зеленського], допомога [L:Польщі] важлива. У [L:Львові] та [L:Харкові] лунала тривога. Міністр [P:Дмитро Кулеба] вилетів до [L:Брюсселя].)"},
    MarkedText{"tr",
               R"(Cumhurbaşkanı [P:Recep Tayyip Erdoğan] [L:Berlin]'e gidiyor

Cumhurbaşkanı [P:Recep Tayyip Erdoğan], [L:Almanya]'da temaslarda bulunacak. [P:Erdoğan], [L:Ankara]'dan hareket etmeden önce konuştu. Ordu birlikleri sınırda; [L:Türkiye] ile [L:Yunanistan] arasındaki görüşmeler sürüyor. Dışişleri Bakanı [P:Hakan Fidan] da [L:Rusya]'ya gidecek. Van kedisi haber oldu.)"},
    MarkedText{"hu",
               R"([P:Orbán Viktor] [L:Moszkvában] tárgyalt

[P:Orbán Viktor] miniszterelnök kedden [L:Moszkvába] utazott. [L:Magyarország] és [L:Oroszország] viszonyáról volt szó. [L:Budapesten] tüntetők gyűltek össze. A külügyminiszter [L:Németországban] és [L:Ausztriában] járt.)"},
    MarkedText{"el",
               R"(Στο [L:Βερολίνο] ο [P:Κυριάκος Μητσοτάκης]

Ο πρωθυπουργός [P:Κυριάκος Μητσοτάκης] συναντήθηκε στη [L:Γερμανία] με τον καγκελάριο. Ο κ. [P:Μητσοτάκης] μίλησε για την [L:Τουρκία] και την [L:Κύπρο]. Στην [L:Αθήνα] η κυβέρνηση της [L:Ελλάδας] περιμένει. Ο [P:Νίκος Δένδιας] ταξιδεύει στο [L:Παρίσι].)"},
    MarkedText{"ar",
               R"(الرئيس [P:عبد الفتاح السيسي] يصل إلى [L:باريس]

وصل الرئيس المصري [P:عبد الفتاح السيسي] إلى [L:فرنسا] اليوم. وقالت وزارة الخارجية إن المباحثات تتناول الوضع في [L:سوريا] و[L:لبنان] و[L:العراق]. كان الوزير قد زار [L:القاهرة] أمس. وأشاد بدور [L:مصر] في المنطقة. صور من اللقاء.)"},
    MarkedText{"he",
               R"(ראש הממשלה [P:בנימין נתניהו] נחת ב[L:פריז]

ראש הממשלה [P:בנימין נתניהו] נפגש עם נשיא [L:צרפת]. בפגישה דנו במצב ב[L:איראן] וב[L:סוריה]. עם שובו לארץ הוא צפוי לבקר ב[L:ירושלים].)"},
    MarkedText{"hi",
               R"(प्रधानमंत्री [P:नरेंद्र मोदी] [L:फ़्रांस] पहुंचे

प्रधानमंत्री [P:नरेंद्र मोदी] ने [L:पेरिस] में राष्ट्रपति से मुलाकात की। [L:भारत] और [L:रूस] के बीच समझौता हुआ। [L:चीन] ने इस पर कुछ नहीं कहा।)"},
    MarkedText{"zh",
               R"(外交部发言人[P:汪文斌]表示愿与[L:法国]合作

[L:中国]国家主席近日在[L:北京]会见了[L:法国]总统[P:埃马纽埃尔·马克龙]。双方讨论了[L:乌克兰]局势。北京大学的学生参加了活动。外交部长[P:王毅]将访问[L:德国]和[L:俄罗斯]。一些美国人也到了现场。)"},
    MarkedText{"ja",
               R"([P:岸田文雄]首相が[L:ウクライナ]を訪問

[P:岸田文雄]首相は21日、[L:ウクライナ]を訪れた。[L:米国]の[P:ジョー・バイデン]大統領も[L:日本]を訪れる予定だ。[L:ロシア]軍の攻撃が続いている。パ・リーグの試合は[L:東京]で行われた。アメリカンフットボールの選手も来た。)"},
    MarkedText{"ko",
               R"([P:윤석열] 대통령 [L:일본] 방문

[P:윤석열] 대통령은 16일 [L:일본]을 방문했다. [L:한국]과 [L:미국]의 협력도 논의됐다. [L:서울]에서는 [P:이재명] 대표가 비판했다. [L:중국]은 반응하지 않았다.)"},
    MarkedText{"id",
               R"(Presiden [P:Joko Widodo] tiba di [L:Beijing]

Presiden [P:Joko Widodo] tiba di [L:Tiongkok] pada hari Selasa. Ia akan bertemu dengan pemimpin negara itu. Dari [L:Jakarta], Menteri [P:Retno Marsudi] mengatakan hubungan [L:Indonesia] dan [L:Malaysia] baik. Banjir melanda [L:Surabaya]. Batu itu jatuh di laut.)"},
    MarkedText{"sv",
               R"(Statsminister [P:Ulf Kristersson] på besök i [L:Helsingfors]

Statsminister [P:Ulf Kristersson] träffade på tisdagen [L:Finlands] president [P:Alexander Stubb]. [P:Kristersson] sade att [L:Sverige] och [L:Norge] samarbetar. Männen i [L:Göteborg] väntade. Bara [L:Danmark] var kritiskt. Vi såg en Man på taket.)"},
};

}  // namespace

std::span<const MarkedText> tuned_texts() noexcept {
    return kTexts;
}

}  // namespace dateline::testing
