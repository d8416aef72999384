// Prepositions, streets and buildings, linkers, and ordinary words that look like names.
#include "indexer/analysis/rules/rule_word_tables.hpp"

#include <array>

namespace dateline::analysis {

namespace {

constexpr std::array kWords{
    // Prepositions that stand directly before places.
    RuleWordRow{
        "de lb", RuleRole::Locative, "in|nach|aus|bei|nahe|um|Stadt|Land|Region|Bezirk|Kreis"},
    RuleWordRow{"fr", RuleRole::Locative, "à|en|vers|depuis|près|ville|région"},
    RuleWordRow{"es gl ca", RuleRole::Locative, "en|a|desde|hacia|hasta|ciudad|provincia|región"},
    RuleWordRow{"pt", RuleRole::Locative, "em|no|na|para|cidade|estado|província|município"},
    RuleWordRow{"it", RuleRole::Locative, "a|in|da|ad|verso|città|provincia|regione"},
    RuleWordRow{"nl af", RuleRole::Locative, "in|naar|uit|te|nabij|bij|stad|provincie"},
    RuleWordRow{"sv da no nb nn", RuleRole::Locative, "i|till|til|från|fra|på|nära|nær"},
    RuleWordRow{"pl", RuleRole::Locative, "w|we|do|z|ze|pod|koło|miasto|mieście|miasta"},
    RuleWordRow{"cs sk", RuleRole::Locative, "v|ve|vo|do|z|ze|zo|u|město|městě"},
    RuleWordRow{"hr bs sr sl", RuleRole::Locative, "u|iz|v|do|kod|у|из|код"},
    RuleWordRow{
        "ru be", RuleRole::Locative, "в|во|из|под|около|город|города|городе|область|області|у|з"},
    RuleWordRow{"uk", RuleRole::Locative, "в|у|до|з|із|зі|під|біля|місто|міста|місті"},
    RuleWordRow{"bg mk", RuleRole::Locative, "в|във|от|до|край|град|во|од"},
    RuleWordRow{"ro", RuleRole::Locative, "în|la|din|lângă|orașul"},
    RuleWordRow{"el", RuleRole::Locative, "στην|στη|στο|στα|στις|από|πόλη"},
    RuleWordRow{"id ms", RuleRole::Locative, "di|ke|dari|Kota|Kabupaten|Provinsi"},
    RuleWordRow{"vi", RuleRole::Locative, "ở|tại|tỉnh|thành|phố|từ|đến"},
    RuleWordRow{"en", RuleRole::Locative, "in|at|near|from|to|city|outside"},
    // Named after people and places, and organisations that hold the names of places.
    RuleWordRow{"",
                RuleRole::Facility,
                "avenue|rue|boulevard|place|quai|lycée|collège|école|hôpital|université|aéroport|"
                "stade|gare|théâtre|fondation|institut|calle|avenida|plaza|paseo|hospital|"
                "universidad|aeropuerto|estadio|fundación|instituto|teatro|colegio|via|viale|"
                "piazza|corso|ospedale|università|aeroporto|stadio|fondazione|rua|praça|estádio|"
                "universidade|fundação|ulica|ulicy|plac|placu|lotnisko|uniwersytet|uniwersytetu|"
                "imienia|im|улица|улице|проспект|проспекте|площадь|площади|имени|вулиця|вулиці|"
                "площа|університет|Straße|Strasse|Platz|Allee|Universität|Flughafen|Stiftung|"
                "Hochschule|Klinikum|Stadion|straat|plein|universiteit|stichting|luchthaven|"
                "university|street|avenue|airport|hotel|hôtel|Hotel|club|klub|real|deportivo|"
                "atlético|sporting|estudiantes|universitario|olympique|racing|stade|banco|banca|"
                "banque|bank|radio|rádio|televisión|télévision|Borussia|Eintracht|Fortuna|Hertha|"
                "Dynamo|Dinamo|Динамо|Спартак|Зенит|Локомотив|ЦСКА|Шахтар|Шахтер|Lokomotiv|Spartak|"
                "Legia|Wisła|Lech|Slavia|Sparta|Inter|Olimpia|Athletic|Arminia|Alemannia|Viktoria|"
                "Telecom|Telefónica|Air|Grand|Rallye|Tour|Giro|Vuelta|Festival|Radio|Jalan|Jl"},
    RuleWordRow{
        "",
        RuleRole::Linker,
        "de|del|della|dei|degli|di|da|dos|das|do|du|des|la|le|los|las|von|van|vom|zu|zur|zum|"
        "der|den|ten|ter|bin|ibn|bint|ben|al|el|abu|af|av|e|y|i|фон|де|ван|бен|аль|эль|"
        "дель|ди|да|бин|ибн|ог|оглы|кызы"},
    // Ordinary words, and letters that stand for other things.
    RuleWordRow{
        "",
        RuleRole::Blocked,
        "SNS|SKY|CAS|RMT|DNC|ID|PC|TV|DVD|CD|MS|GA|MY|ROM|AI|IT|PR|CEO|CTO|PM|AM|GPS|USB|"
        "LED|VIP|FAQ|PDF|URL|OK|GO|IN|AP|SP|PS|CR|MR|DR|EX|AMEX|BIP|PIB|TVA|VAT|HIV|DNA|RNA"},
    RuleWordRow{"de lb",
                RuleRole::Blocked,
                "Bild|Zeit|Spiegel|Stern|Focus|Bahn|Lage|Essen|Halle|Regen|Wetter|Weiden|Hof|"
                "Singen|Baden|Rain|Worms|Siegen|Hagen|Ende|Man|"
                "Post|Gold|Bad|Die|Der|Das|Mark|August|Mai|Ernst|Wolf|Rose|Christ|Don|Kohl|Koch|"
                "Bach|Bund|Land|Welt|Stadt|Rat|Ort|Berg|Wald|See|Meer|Insel|Nord|Süd|Ost|West|"
                "Norden|Süden|Osten|Westen|Sorge|Linz|Mut|Recht|Not|Zug|Weg|Bau|Amt|Frieden|Halt|"
                "Geist|Fall|Tag|Jahr|Teil|Rund|Grund|Bad|Band|Hand|Rom|Bonn|Buch|Haus|Star|Fell|"
                "Bush|Bischof|Kaiser|König|Richter|Müller|Schmidt|Bauer|Weber|Fischer|Schneider|"
                "Jäger|Maurer|Becker|Vogel|Stein|Winter|Sommer|Herbst|Sonntag|Freitag|Montag|Sand"},
    RuleWordRow{"fr",
                RuleRole::Blocked,
                "Lire|Voir|Photo|Selon|Dans|Avec|Après|Avant|Depuis|Pour|Sans|Chez|Tours|Nice|Sens|"
                "Vienne|Angers|"
                "Brest|Die|Les|Pau|Mais|Orange|Aube|Ain|Var|Lot|Cher|"
                "Nord|Sud|Est|Ouest|Manche|Marne|Indre|Centre|Bar|Port|Mer|Val|Ville|Mars|Grâce|"
                "Rose|Pierre|Jean|Monde|Figaro|Croix|Terre|Paix|Source|Saint|Sainte|Reine|Roi|"
                "Marche|Dire|Male|Bien|Elle|Tout|Ham|Sion|Marine|Claire|Olive|Victoire|Franc|Bon"},
    RuleWordRow{"es gl ca",
                RuleRole::Blocked,
                "Como|Para|Sin|Este|Oeste|Norte|Sur|Centro|León|Victoria|Mercedes|Concepción|"
                "Salta|Lima|Mar|Sol|Luz|Paz|Rosario|Santos|Costa|Sierra|Casa|Nueva|Real|Pero|Toda|"
                "Sale|Son|Tras|Una|Uno|Dos|Más|Mas|Gran|Guerra|Flores|Reyes|Campo|Bueno|Vera|"
                "Libertad|Esperanza|Dolores|Consuelo|Trinidad|Progreso|Oriente|Puerto|Villa|Hoy|"
                "Asunción|Rey|Ver|Van|Dan|Den|Ser|Era|Tres|Diez|Once|Al|Cruz|Ley|Rio|Río"},
    RuleWordRow{"pt",
                RuleRole::Blocked,
                "Para|Pará|Como|Sul|Norte|Leste|Oeste|Centro|Santos|Vitória|Natal|Porto|Serra|Sal|"
                "Salto|Campos|Rio|Barra|Costa|Mar|Sol|Luz|Sem|Sob|Mas|Mais|Sim|Ser|Era|Santa|São|"
                "Bela|Boa|Alta|Nova|Uma|Dois|Três|Dez|Onze|Lima|Real|Lei|Dia|Ano|Prata|Casa|Monte|"
                "Faro|Esperança|Liberdade|Paz|Marco|Março|Maio|Rosa"},
    RuleWordRow{"it",
                RuleRole::Blocked,
                "Como|Bari|Sole|Prato|Male|Dove|Sud|Nord|Est|Ovest|Centro|Corso|Marina|Mare|"
                "Monte|Alba|Nova|Rosa|Vita|Terni|Massa|Fermo|Lodi|Imola|Carpi|Latina|Potenza|"
                "Serie|Era|Sei|Tre|Due|Con|Per|Ora|Oggi|Ieri|Legge|Stato|Pace|Luce|Vittoria|"
                "Speranza|Pisa|Aosta|Faro|Marte|Ville|Sino|Ore"},
    RuleWordRow{"nl af",
                RuleRole::Blocked,
                "Van|De|Het|Een|Der|Den|Aan|Bij|Over|Op|Na|Man|Best|Ede|Ens|Echt|Goes|Elst|Haren|"
                "Hoorn|Made|Oss|Weert|Heel|Borne|Dongen|Bergen|Zee|Land|Stad|Noord|Zuid|Oost|West|"
                "Dam|Huis|Meer|Veen|Ten|Ter|Nu|Dan|Mei|Mark|Roos|Bank|Post|Wit|Bos|Berg|Kamp|Elf|"
                "Baarn|Wel|Maar|Mol|Peer|Hove|Lier|Halle"},
    RuleWordRow{
        "sv da no nb nn",
        RuleRole::Blocked,
        "Ven|Man|Mora|Hjo|Bara|Å|Ås|Bo|By|Land|Sala|Boden|Norr|Söder|Öster|Väster|Nord|Syd|"
        "Sør|Øst|Vest|Ny|Alt|Alta|Ski|Moss|Bad|Hell|Vi|Nu|Det|Den|Men|Mange|Både|Under|Efter|"
        "Over|Ikast|Skive|Ribe|Mars|Maj|Mai|Stor|Lund|Borg|Kalmar|Gol|Bodø|Lier|Han|Dan"},
    RuleWordRow{"pl",
                RuleRole::Blocked,
                "Łódź|Piła|Koło|Hel|Dębica|Ustka|Nowa|Stara|Tak|Ale|Dla|Pod|Nad|Brzeg|Płock|Maj|"
                "Ostrów|Sosnowiec|Góra|Las|Dom|Rok|Dzień|Kraj|Świat|Morze|Śląsk|Lis|Ter|Ten|To|Tam|"
                "Sale|Dawno|Rana|Pole|Rada|Most"},
    RuleWordRow{
        "cs sk",
        RuleRole::Blocked,
        "Most|Tábor|Písek|Cheb|Aš|Pole|Hora|Ale|Pro|Tam|Den|Rok|Dva|Tři|Ten|Tato|Nová|Staré|"
        "Bohatá|Rada|Hrad|Dům|Svět|Země|Zem|Les|Les|Slaný|Kolín|Brod|Senica|Martin|Skalica"},
    RuleWordRow{"hr bs sl sr",
                RuleRole::Blocked,
                "Split|Pula|Bar|Grad|More|Selo|Polje|Most|Niš|Sad|Dan|Rat|Rad|Mir|Kraj|Mostar|Mora|"
                "Бар|Сад|Мир|Рат|Рад|Дан|Край|Ниш"},
    RuleWordRow{"ru be bg mk",
                RuleRole::Blocked,
                "Мир|Орел|Бор|Клин|Мин|Мол|Ставки|Белый|Дом|Союз|Свет|Ток|Рим|Май|Лев|Любовь|Вера|"
                "Надежда|Роман|Герман|Победа|Правда|Известия|Запад|Восток|Север|Юг|Центр|Град|"
                "Город|Край|Область|Море|Остров|Бар|Река|Поле|Вид|Сила|Мали|Того|Чад|Оман|Куба|"
                "Перми|Ямал|Сочи|Душа|Надым|Видное|Истра|Дубна|Свободный|Мирный|Того|Нам|Там|Чита|"
                "Рига|Ницца|Канн|Каир|Иран|Сан|Так|Как|Это|Они|Она|Один|Сам|Все|Уже|Вот"},
    RuleWordRow{"uk",
                RuleRole::Blocked,
                "Мир|Бар|Ніс|Рим|Світ|Дім|Любов|Надія|Віра|Захід|Схід|Північ|Південь|Край|Місто|"
                "Море|Сокаль|Самбір|Того|Малі|Чад|Куба|Так|Як|Цей|Вони|Один|Сам|Усі|Вже|Роман|Січ|"
                "Рада|Правда|Площа|Острів|Ізюм|Стрий|Золоте|Щастя"},
    RuleWordRow{"tr az",
                RuleRole::Blocked,
                "Van|Batman|Ordu|Muş|Rize|Bolu|Kars|Bursa|Uşak|Aydın|Dünya|Doğu|Batı|Kuzey|Güney|"
                "Ada|Deniz|Yeni|Eski|Para|Bir|İki|Üç|Son|Bu|Ne|Ama|Her|Ay|Gün|Can|Barış|Savaş|Umut|"
                "Mert|Deniz|Güneş|Yıldız|Has|Sur|Köy|Kale|Hat|Tur|Kapı|Orta|Mardin|Of|Bar|Salı"},
    RuleWordRow{"hu",
                RuleRole::Blocked,
                "Vác|Pápa|Ajka|Baja|Eger|Tata|Mór|Ózd|Makó|Már|Ott|Most|Sok|Nap|Hold|Kis|Nagy|Új|"
                "Ország|Város|Vár|Hegy|Part|Kelet|Nyugat|Észak|Dél|Béke|Sár|Bő|Is|Az|Ez|Ma|De|Ha|"
                "Erdő|Fehér|Fekete|Szabó|Tóth|Kovács|Kelet"},
    RuleWordRow{
        "fi et",
        RuleRole::Blocked,
        "Pori|Salo|Kotka|Oulu|Kemi|Forssa|Raisio|Lohja|Espoo|Nyt|Kun|On|Ei|Se|He|Maa|Meri|"
        "Itä|Länsi|Pohjoinen|Etelä|Saari|Uusi|Vanha|Hanko|Joki|Ranta|Koski|Mäki|Niemi|Laine"},
    RuleWordRow{"id ms",
                RuleRole::Blocked,
                "Batu|Baru|Laut|Utara|Selatan|Timur|Barat|Pasar|Bogor|Solo|Pati|Kota|Tiga|Dua|Satu|"
                "Tahun|Hari|Bulan|Ini|Itu|Dari|Pada|Untuk|Dan|Yang|Kali|Jambi|Bima|Raya|Jati|Mei|"
                "Mantan|Masa|Dalam|Indah|Medan|Palu|Malang|Bali|Sukses|Buku|Turun|Tarik|Bandung"},
    RuleWordRow{"vi",
                RuleRole::Blocked,
                "Anh|Mỹ|Nam|Bắc|Đông|Tây|Trung|Ý|Nga|Úc|Áo|Bỉ|Ba|Hai|Hà|Lan|Hoa|Huế|Vinh|Sa|Đức|"
                "Một|Sau|Khi|Theo|Trong|Tại|Cho|Từ|Đến"},
    RuleWordRow{
        "ro",
        RuleRole::Blocked,
        "Roman|Arad|Mare|Iași|Dej|Blaj|Lupeni|Mai|Dar|Nord|Sud|Est|Vest|Este|Sunt|Unde|Turnu|"
        "Nou|Nouă|Vale|Câmpia|Rădăuți|Pace|Banca|Sat"},
    RuleWordRow{"el",
                RuleRole::Blocked,
                "Χώρα|Άργος|Άρτα|Σέρρες|Δράμα|Νέα|Νέο|Άνω|Κάτω|Όμως|Ένας|Μια|Πώς|Αυτό|Όταν|Βόλος|"
                "Μάλι|Τόγκο|Κως|Νότια|Βόρεια|Ανατολή|Δύση"},
    RuleWordRow{
        "ar fa ur ps",
        RuleRole::Blocked,
        "مالي|كان|صور|الآن|حمص|عمان|سور|باري|بن|علي|حسن|نور|سلام|الشرق|الغرب|الشمال|"
        "الجنوب|الوسطى|المدينة|البيت|المغرب|القناة|تعز|بابل|الخليل|الكوت|المركز|الباب|"
        "السلام|الحق|الحرة|طب|زمان|مرو|بم|قم|ساری|کان|بار|راس|شهر|مرکز|قائم|لار|راه|ملی|ماه|"
        "الجديدة|الخارجية|الدولة|الحديدة|أزمة|سبت|برج|سلا|تازة|فاس|ورزازات|الناظور|"
        "الشرقية|الغربية|الشمالية|الجنوبية|المنصورة|القصر|الجبل|الجزيرة|نيس|ليون|رام|قدس"},
    RuleWordRow{"he",
                RuleRole::Blocked,
                "לוד|עיר|ים|צור|נס|עד|שם|מאלי|אור|גן|ערד|יפו|דן|מגדל|כאן|כן|ראשון|חדרה|מרכז|בית|"
                "ארץ|שלום|דרום|צפון|מזרח|מערב|הוד|נצרת|טירה|רמלה|אל|הר|קרית|יבנה|אופקים"},
    RuleWordRow{"hi mr ne",
                RuleRole::Blocked,
                "माली|राम|गया|सागर|धार|बार|पूरी|पुरी|चाड|ओमान|नगर|शहर|मंडी|दो|तीन|सीता|कर|मान|"
                "दमन|कोटा|सीकर|मोगा|पाली|रीवा|दमोह|बीना|सूरत|अब|जब|सब"},
    RuleWordRow{
        "en",
        RuleRole::Blocked,
        "Reading|Nice|Mobile|Bath|Male|Of|Sale|Split|Orange|Bar|Tours|Most|Man|Hull|March|"
        "Battle|Deal|Rugby|Hope|Independence|Enterprise|Liberty|Victoria|Eagle|Corona|Bend"},
};

}  // namespace

std::span<const RuleWordRow> other_word_rows() noexcept {
    return kWords;
}

}  // namespace dateline::analysis
