// More texts that the rules were made with: they were held out at first. What happens in them is
// invented unless it is known to everybody.
#include "tests/unit/analysis/rules/marked_texts.hpp"

#include <array>

namespace dateline::testing {

namespace {

constexpr std::array kTexts{
    MarkedText{"de",
               R"(Bahn sperrt Strecke zwischen [L:Köln] und [L:Düsseldorf]

Die [O:Deutsche Bahn] baut: Von Freitag an fahren zwischen [L:Köln] und [L:Düsseldorf] keine Fernzüge. Sprecher [P:Martin Walden] sagte, in [L:Nordrhein-Westfalen] seien 40.000 Pendler betroffen. Auch Züge nach [L:Amsterdam] und [L:Brüssel] halten nicht. Verkehrsminister [P:Oliver Krischer] sprach von einer schweren Zeit. Die Stadt [L:Neuss] stellt Busse bereit, [L:Belgien] und die [L:Niederlande] sind informiert. [P:Walden] bat um Geduld; im Herbst soll alles fertig sein.)"},
    MarkedText{"de",
               R"(Schweizerin gewinnt den Abfahrtslauf in {L:Cortina}

Die Schweizerin [P:Lara Gut-Behrami] hat das Rennen in [L:Italien] gewonnen. Zweite wurde die Österreicherin [P:Cornelia Hütter], Dritte [P:Sofia Goggia]. Trainer [P:Beat Tschuor] lobte ihren Mut. Am Sonntag folgt der Super-G; danach reist das Team nach [L:Kanada]. In [L:Zürich] wurde gefeiert.)"},
    MarkedText{"fr",
               R"(Incendie en [L:Grèce] : trois villages évacués

Un incendie s'est déclaré dimanche près d'[L:Athènes], ont annoncé les pompiers. Le ministre grec [P:Vassilis Kikilias] a demandé l'aide de l'[O:Union européenne]. La [L:France], la [L:Roumanie] et [L:Chypre] ont envoyé des avions. « Mars avait déjà été sec », a rappelé [P:Hélène Dumont], chercheuse à [L:Toulouse]. À [L:Paris], le président a exprimé sa solidarité. Le vent du nord doit faiblir mardi.)"},
    MarkedText{"es",
               R"(Un terremoto sacude el norte de [L:Chile]

Un sismo de magnitud 6,4 sacudió la madrugada del jueves el norte de [L:Chile], cerca de [L:Antofagasta]. El gobernador [P:Ricardo Díaz] descartó víctimas. También se sintió en [L:Bolivia] y en el sur de [L:Perú]. La directora [P:Carmen Rojas] explicó desde [L:Santiago] que no hay riesgo de tsunami. Este tipo de sismos es común, dijo [P:Rojas]. La mina Esperanza siguió trabajando.)"},
    MarkedText{"pt",
               R"(Enchente atinge [L:Porto Alegre] e deixa mil desabrigados

A chuva que caiu sobre o [L:Rio Grande do Sul] deixou mil pessoas fora de casa. O prefeito [P:Sebastião Melo] decretou emergência. O governador [P:Eduardo Leite] pediu ajuda a [L:Brasília]. Aviões da [L:Argentina] e do [L:Uruguai] trouxeram água. Natal será difícil, disse a moradora {P:Rosa Marques}. O sul do país espera sol na sexta.)"},
    MarkedText{"it",
               R"(Sciopero dei treni, disagi a [L:Torino] e [L:Bologna]

Lo sciopero di venerdì ha fermato i treni in [L:Piemonte]. A [L:Torino] migliaia di pendolari sono rimasti a terra. Il ministro [P:Matteo Salvini] ha convocato i sindacati a [L:Roma]. Secondo il segretario [P:Maurizio Landini], «la protesta continua». Collegamenti sospesi anche con la [L:Svizzera] e l'[L:Austria]. Della manovra [P:Landini] non ha parlato.)"},
    MarkedText{"nl",
               R"(Storm trekt over [L:Vlaanderen] en [L:Zeeland]

Een zware storm heeft zaterdag schade aangericht in [L:België] en [L:Nederland]. In [L:Antwerpen] vielen bomen om, in [L:Rotterdam] lag de haven stil. Burgemeester [P:Bart De Wever] riep op binnen te blijven. Volgens weerman [P:Gerrit Hiemstra] komt er meer wind uit [L:Engeland]. De trein naar [L:Parijs] reed niet. Best veel werk, zei de brandweer.)"},
    MarkedText{"pl",
               R"(Powódź w [L:Czechach] i na południu [L:Polski]

Rzeki wylały w [L:Czechach], a fala dotarła do [L:Wrocławia]. Premier [P:Donald Tusk] zwołał sztab we [L:Wrocławiu]. Pomoc przyszła z [L:Niemiec] i [L:Słowacji]. Burmistrz [P:Jan Kowalczyk] dziękował strażakom z [L:Gdańska]. Minister [P:Tomasz Siemoniak] obiecał pieniądze. Dom po domu znikał pod wodą.)"},
    MarkedText{"cs",
               R"(Premiér [P:Petr Fiala] odletěl do [L:Japonska]

Premiér [P:Petr Fiala] v pondělí odletěl z [L:Prahy] do [L:Japonska]. S sebou má ministra [P:Jozefa Síkelu]. Program v [L:Tokiu] potrvá tři dny, pak delegace zamíří do [L:Jižní Koreje]. V [L:Brně] mezitím protestovali zemědělci. Most v [L:Ostravě] zůstává zavřený. [P:Fiala] se vrátí v pátek přes [L:Německo].)"},
    MarkedText{"ru",
               R"(Наводнение в [L:Казахстане]: тысячи людей эвакуированы

В [L:Казахстане] объявлен режим чрезвычайной ситуации. Президент [P:Касым-Жомарт Токаев] вылетел из [L:Астаны] в пострадавшую область. Помощь предложили [L:Россия], [L:Узбекистан] и [L:Китай]. В [L:Оренбурге] губернатор [P:Денис Паслер] попросил жителей уехать. По словам [P:Анны Петровой] из [L:Москвы], вода пойдет на спад. Надежда есть, сказал [P:Паслер].)"},
    MarkedText{"uk",
               R"(Потяг із [L:Варшави] прибув до [L:Одеси]

Перший потяг із [L:Варшави] прибув до [L:Одеси]. Міністр [P:Олександр Кубраков] подякував [L:Польщі] та [L:Румунії]. У [L:Дніпрі] його зустріла [P:Оксана Бойко]. Рейси до [L:Відня] почнуться восени. Світ дивиться на [L:Україну], сказав [P:Кубраков].)"},
    MarkedText{"tr",
               R"([L:İzmir]'de orman yangını

[L:İzmir]'de dün çıkan yangın büyüdü. Tarım Bakanı [P:İbrahim Yumaklı], [L:Azerbaycan] ve [L:İspanya]'dan uçak istendiğini söyledi. Vali [P:Süleyman Elban] köylerin boşaltıldığını açıkladı. [L:İstanbul]'dan ekipler gönderildi. Deniz sakin, rüzgâr güçlü. [L:Yunanistan] da yardım önerdi.)"},
    MarkedText{"hu",
               R"(Árvíz [L:Ausztriában]

[L:Ausztriában] és [L:Szlovákiában] megáradtak a folyók. A víz pénteken éri el [L:Budapestet]. [P:Karácsony Gergely] főpolgármester lezáratta a rakpartot. [L:Győrben] homokzsákokat töltenek. A kormány [L:Romániától] kért segítséget.)"},
    MarkedText{"el",
               R"(Σεισμός στην [L:Κρήτη]

Σεισμός 5,2 βαθμών σημειώθηκε στην [L:Κρήτη] και έγινε αισθητός ως την [L:Κύπρο] και την [L:Αίγυπτο]. Ο δήμαρχος [P:Αλέξης Καλοκαιρινός] ζήτησε ψυχραιμία. Ο σεισμολόγος [P:Γεράσιμος Παπαδόπουλος] μίλησε από την [L:Αθήνα]. Βοήθεια πρόσφερε η [L:Ιταλία].)"},
    MarkedText{"sv",
               R"(Snöoväder stoppar tågen till [L:Malmö]

Tågen mellan [L:Stockholm] och [L:Malmö] stod stilla på måndagen. Trafikverkets talesperson [P:Anna Lindgren] sade att även trafiken till [L:Danmark] är drabbad. I [L:Norge] stängdes vägar. Statsminister [P:Ulf Kristersson] avbröt sin resa till [L:Tyskland]. Det var mycket snö i [L:Lund], enligt [P:Lindgren].)"},
    MarkedText{"fi",
               R"(Presidentti [P:Alexander Stubb] vierailee [L:Virossa]

Presidentti [P:Alexander Stubb] matkustaa torstaina [L:Viroon]. Hän tapaa [L:Tallinnassa] pääministerin. [L:Suomi] ja [L:Ruotsi] sopivat yhteistyöstä. [P:Stubb] palaa [L:Helsinkiin] perjantaina. [L:Venäjän] rajalla on ollut hiljaista.)"},
    MarkedText{"id",
               R"(Gunung meletus di [L:Sumatra], ribuan warga mengungsi

Gunung api di [L:Sumatra] meletus pada Minggu pagi. Gubernur [P:Mahyeldi Ansharullah] meminta warga tenang. Penerbangan ke [L:Singapura] dan [L:Malaysia] dibatalkan. Bantuan datang dari [L:Jakarta] dan [L:Australia]. Batu panas jatuh di desa, kata [P:Mahyeldi Ansharullah].)"},
    MarkedText{"ar",
               R"(زلزال يضرب جنوب [L:إيران]

ضرب زلزال جنوب [L:إيران] فجر اليوم وشعر به سكان [L:الإمارات] و[L:قطر]. وقال الرئيس [P:مسعود بزشكيان] إن فرق الإنقاذ وصلت من [L:طهران]. وعرضت [L:تركيا] و[L:السعودية] المساعدة. كان الطقس باردا. ونشرت صور من المكان.)"},
    MarkedText{"he",
               R"(סערה ב[L:יוון]: טיסות מ[L:תל אביב] בוטלו

הסערה שפקדה את [L:יוון] ביטלה עשרות טיסות מ[L:תל אביב] ל[L:אתונה]. השר [P:יאיר כהן] הודיע כי גם הקו ל[L:איטליה] הושבת. ב[L:קפריסין] נפצעו שלושה בני אדם.)"},
    MarkedText{"hi",
               R"([L:नेपाल] में भूकंप, [L:दिल्ली] तक झटके

[L:नेपाल] में मंगलवार सुबह भूकंप आया। झटके [L:दिल्ली] और [L:पटना] तक महसूस किए गए। मुख्यमंत्री [P:नीतीश कुमार] ने बैठक बुलाई। [L:भारत] और [L:बांग्लादेश] ने मदद भेजी। राम नाम का एक बच्चा बचाया गया।)"},
    MarkedText{"zh",
               R"([L:土耳其]发生强烈地震

[L:土耳其]南部周一发生强烈地震，[L:叙利亚]也有震感。[L:土耳其]总统[P:雷杰普·埃尔多安]宣布全国哀悼。[L:中国]和[L:德国]派出救援队。外交部发言人[P:毛宁]表示，中方愿提供帮助。救援队从[L:上海]出发。太平间已满。)"},
    MarkedText{"ja",
               R"([L:台湾]で地震、[L:沖縄]に津波注意報

3日朝、[L:台湾]の東部で強い地震があり、[L:沖縄県]に津波注意報が出された。[P:玉城康裕]知事は避難を呼びかけた。[L:中国]や[L:アメリカ]も支援を申し出た。[P:林芳正]官房長官は「被害の情報はない」と述べた。インドカレーの店は休業した。)"},
    MarkedText{"ko",
               R"([L:일본]에서 규모 6.2 지진

3일 오전 [L:일본] 북부에서 지진이 발생했다. [L:한국]에서는 [L:부산]까지 진동이 느껴졌다. [P:한덕수] 총리는 긴급 회의를 열었다. [L:중국]과 [L:대만]도 지원을 약속했다. [P:김민수] 교수는 여진을 경고했다.)"},
};

}  // namespace

std::span<const MarkedText> more_tuned_texts() noexcept {
    return kTexts;
}

}  // namespace dateline::testing
