// Titles, offices and ranks by language.
#include "indexer/analysis/rules/rule_word_tables.hpp"

#include <array>

namespace dateline::analysis {

namespace {

constexpr std::array kTitles{
    RuleWordRow{
        "de lb",
        RuleRole::Title,
        "Präsident|Präsidenten|Präsidentin|Kanzler|Kanzlers|Kanzlerin|Premier|Premiers|"
        "Premierminister|Regierungschef|Regierungschefs|Regierungschefin|Staatschef|"
        "Minister|Ministers|Ministerin|Bürgermeister|Bürgermeisters|Bürgermeisterin|"
        "General|Generals|Oberst|Papst|Papstes|König|Königin|Kaiser|Kaiserin|Prinz|"
        "Prinzessin|Fürst|Herzog|Herr|Herrn|Frau|Dr|Prof|Professor|Professors|Professorin|"
        "Trainer|Trainers|Trainerin|Coach|Sprecher|Sprechers|Sprecherin|Richter|Richterin|"
        "Staatsanwalt|Staatsanwältin|Chef|Chefs|Chefin|Senator|Senatorin|Kardinal|Bischof|"
        "Bischöfin|Erzbischof|Pfarrer|Torwart|Torhüter|Stürmer|Verteidiger|Mittelfeldspieler|"
        "Regisseur|Regisseurin|Schauspieler|Schauspielerin|Sänger|Sängerin|Autor|Autorin|"
        "Schriftsteller|Schriftstellerin|Generalsekretär|Generalsekretärin|Diktator|"
        "Landrat|Landrätin|Abgeordnete|Abgeordneter|Vorsitzende|Vorsitzender|Vorsitzenden|"
        "Botschafter|Botschafterin|Anwalt|Anwältin|Historiker|Historikerin|Forscher|"
        "Forscherin|Ökonom|Ökonomin|Experte|Expertin|Direktor|Direktorin|Intendant|Geschäftsführer|"
        "Geschäftsführerin|Kommissar|Kommissarin|Oppositionsführer|Oppositionsführerin"},
    RuleWordRow{
        "fr",
        RuleRole::Title,
        "président|présidente|ministre|chancelier|chancelière|premier-ministre|roi|reine|"
        "empereur|pape|cardinal|évêque|archevêque|général|colonel|capitaine|commandant|"
        "maire|député|députée|sénateur|sénatrice|préfet|juge|procureur|procureure|maître|"
        "M|MM|Mme|Mmes|Mlle|Monsieur|Madame|docteur|Dr|professeur|professeure|Pr|entraîneur|"
        "sélectionneur|attaquant|gardien|milieu|défenseur|porte-parole|patron|patronne|PDG|"
        "directeur|directrice|secrétaire|ambassadeur|ambassadrice|écrivain|écrivaine|"
        "cinéaste|réalisateur|réalisatrice|acteur|actrice|chanteur|chanteuse|journaliste|"
        "historien|historienne|économiste|sociologue|prince|princesse|leader|chef|avocat|"
        "avocate|opposant|opposante|gouverneur|gouverneure|homologue|milliardaire|dictateur"},
    RuleWordRow{
        "es gl",
        RuleRole::Title,
        "presidente|presidenta|ministro|ministra|vicepresidente|vicepresidenta|canciller|"
        "premier|mandatario|mandataria|rey|reina|príncipe|princesa|papa|cardenal|obispo|"
        "arzobispo|general|coronel|capitán|comandante|alcalde|alcaldesa|gobernador|"
        "gobernadora|diputado|diputada|senador|senadora|juez|jueza|fiscal|magistrado|"
        "magistrada|señor|señora|Sr|Sra|don|doña|doctor|doctora|Dr|Dra|profesor|profesora|"
        "entrenador|seleccionador|delantero|portero|portavoz|vocero|vocera|director|directora|"
        "secretario|secretaria|embajador|embajadora|escritor|escritora|cineasta|actor|"
        "actriz|cantante|periodista|historiador|historiadora|economista|líder|opositor|"
        "opositora|expresidente|expresidenta|exministro|exministra|jefe|jefa|homólogo|"
        "dictador|magnate|empresario|empresaria|abogado|abogada|candidato|candidata|"
        "dirigente|consejero|consejera"},
    RuleWordRow{
        "pt",
        RuleRole::Title,
        "presidente|presidenta|ministro|ministra|vice-presidente|chanceler|premiê|premier|"
        "rei|rainha|príncipe|princesa|papa|cardeal|bispo|arcebispo|general|coronel|capitão|"
        "prefeito|prefeita|governador|governadora|deputado|deputada|senador|senadora|juiz|"
        "juíza|procurador|procuradora|senhor|senhora|Sr|Sra|doutor|doutora|Dr|Dra|professor|"
        "professora|técnico|treinador|atacante|goleiro|zagueiro|meia|porta-voz|diretor|"
        "diretora|secretário|secretária|embaixador|embaixadora|escritor|escritora|cineasta|"
        "ator|atriz|cantor|cantora|jornalista|historiador|economista|líder|opositor|"
        "ex-presidente|candidato|candidata|empresário|empresária|advogado|advogada|delegado|"
        "vereador|vereadora"},
    RuleWordRow{
        "it",
        RuleRole::Title,
        "presidente|ministro|ministra|premier|cancelliere|cancelliera|re|regina|principe|"
        "principessa|papa|cardinale|vescovo|arcivescovo|generale|colonnello|capitano|"
        "sindaco|sindaca|governatore|governatrice|deputato|deputata|senatore|senatrice|"
        "giudice|pm|procuratore|signor|signora|dottor|dottore|dottoressa|professor|"
        "professore|professoressa|allenatore|ct|attaccante|portiere|portavoce|direttore|"
        "direttrice|segretario|segretaria|ambasciatore|scrittore|scrittrice|regista|attore|"
        "attrice|cantante|giornalista|storico|economista|leader|collega|onorevole|vicepremier|"
        "imprenditore|imprenditrice|avvocato|avvocata|don|suor|padre|monsignor"},
    RuleWordRow{"nl af",
                RuleRole::Title,
                "president|minister|premier|minister-president|kanselier|bondskanselier|koning|"
                "koningin|prins|prinses|paus|kardinaal|bisschop|aartsbisschop|generaal|kolonel|"
                "burgemeester|staatssecretaris|senator|rechter|advocaat|dhr|mevrouw|mevr|meneer|"
                "dr|prof|hoogleraar|professor|trainer|coach|bondscoach|aanvaller|spits|doelman|"
                "keeper|woordvoerder|woordvoerster|directeur|voorzitter|secretaris-generaal|"
                "ambassadeur|schrijver|schrijfster|regisseur|acteur|actrice|zanger|zangeres|leider|"
                "partijleider|fractievoorzitter|topman|lijsttrekker|wethouder|econoom|historicus"},
    RuleWordRow{
        "sv da no nb nn",
        RuleRole::Title,
        "president|presidenten|presidentti|statsminister|statsministern|statsministeren|"
        "minister|ministern|ministeren|utrikesminister|finansminister|försvarsminister|"
        "utenriksminister|udenrigsminister|forsvarsminister|kung|kungen|kong|kongen|"
        "drottning|dronning|prins|prinsessa|prinsesse|påve|påven|paven|general|borgmästare|"
        "borgmester|ordförer|ordfører|professor|doktor|tränare|træner|trener|talesperson|"
        "talesman|talsperson|talsmand|talsmann|partiledare|partiledaren|statsrådet|"
        "förbundskansler|forbundskansler|direktör|direktør|vd|generalsekreterare|"
        "generalsekretær|författaren|forfatter|forfatteren|herr|fru|statsråd|riksdagsledamot|"
        "åklagare|landsholdstræner|förbundskapten"},
    RuleWordRow{"pl",
                RuleRole::Title,
                "prezydent|prezydenta|prezydentem|prezydentowi|premier|premiera|premierem|"
                "premierowi|minister|ministra|ministrem|ministrowi|wicepremier|wicepremiera|"
                "kanclerz|kanclerza|kanclerzem|król|króla|królowa|królowej|papież|papieża|"
                "papieżem|kardynał|kardynała|biskup|biskupa|arcybiskup|arcybiskupa|generał|"
                "generała|pułkownik|burmistrz|burmistrza|poseł|posła|posłanka|posłanki|senator|"
                "senatora|marszałek|marszałka|sędzia|sędziego|prokurator|pan|pana|panu|pani|"
                "dr|prof|profesor|profesora|trener|trenera|selekcjoner|napastnik|bramkarz|rzecznik|"
                "rzecznika|rzeczniczka|prezes|prezesa|dyrektor|dyrektora|sekretarz|sekretarza|"
                "ambasador|ambasadora|pisarz|pisarka|reżyser|aktor|aktorka|lider|lidera|szef|szefa|"
                "szefowa|szefem|wojewoda|redaktor"},
    RuleWordRow{"cs sk",
                RuleRole::Title,
                "prezident|prezidenta|prezidentem|prezidentovi|prezidentka|prezidentky|premiér|"
                "premiéra|premiérem|premiérovi|ministr|ministra|ministrem|ministryně|minister|"
                "ministrom|kancléř|kancléře|král|krále|papež|papeže|kardinál|biskup|arcibiskup|"
                "generál|generála|starosta|starostka|primátor|primátorka|poslanec|poslankyně|"
                "senátor|senátorka|soudce|soudkyně|pan|pán|pana|paní|pani|dr|prof|profesor|"
                "trenér|trenéra|útočník|brankář|mluvčí|hovorca|ředitel|ředitele|ředitelka|riaditeľ|"
                "předseda|předsedy|předsedkyně|predseda|tajemník|velvyslanec|spisovatel|režisér|"
                "herec|herečka|lídr|šéf|šéfa|hejtman|advokát"},
    RuleWordRow{
        "hr bs sl sr",
        RuleRole::Title,
        "predsednik|predsednika|predsjednik|predsjednika|predsjednica|premijer|premijera|"
        "premijerka|ministar|ministra|ministrica|minister|kancelar|kralj|papa|papež|"
        "kardinal|general|gradonačelnik|župan|župana|zastupnik|poslanec|sudija|sudac|"
        "gospodin|gospođa|dr|prof|profesor|trener|izbornik|selektor|glasnogovornik|direktor|"
        "tajnik|veleposlanik|pisac|redatelj|vođa|šef|председник|председника|премијер|"
        "премијера|министар|министра|канцелар|краљ|генерал|папа|градоначелник"},
    RuleWordRow{"ru",
                RuleRole::Title,
                "президент|президента|президенту|президентом|президенте|премьер|премьера|премьером|"
                "министр|министра|министру|министром|премьер-министр|вице-премьер|канцлер|канцлера|"
                "канцлером|король|короля|королева|королевы|папа|патриарх|патриарха|кардинал|"
                "генерал|генерала|полковник|адмирал|мэр|мэра|мэром|губернатор|губернатора|"
                "губернатором|депутат|депутата|сенатор|сенатора|судья|судьи|прокурор|прокурора|"
                "господин|господина|госпожа|доктор|профессор|профессора|академик|тренер|тренера|"
                "нападающий|вратарь|пресс-секретарь|секретарь|секретаря|глава|главы|главе|главой|"
                "главу|директор|директора|посол|посла|писатель|писателя|режиссер|режиссера|актер|"
                "актриса|певец|певица|лидер|лидера|лидеру|лидером|председатель|председателя|"
                "спикер|спикера|политик|политика|оппозиционер|журналист|журналиста|журналистка|"
                "адвокат|адвоката|бизнесмен|экономист|коллега|коллегой|историк|предприниматель"},
    RuleWordRow{"uk",
                RuleRole::Title,
                "президент|президента|президенту|президентом|прем'єр|прем'єра|прем'єром|міністр|"
                "міністра|міністру|міністром|міністерка|канцлер|канцлера|король|короля|королева|"
                "патріарх|генерал|генерала|полковник|мер|мера|мером|губернатор|депутат|депутата|"
                "суддя|прокурор|пан|пана|пані|доктор|професор|тренер|тренера|секретар|секретаря|"
                "речник|речниця|глава|голова|голови|голову|директор|посол|письменник|режисер|актор|"
                "співак|співачка|лідер|лідера|лідером|очільник|очільниця|спікер|політик|журналіст|"
                "журналістка|адвокат|головнокомандувач|головком"},
    RuleWordRow{"bg mk be kk",
                RuleRole::Title,
                "президент|президентът|президентката|премиер|премиерът|министър|министърът|"
                "министърка|канцлер|канцлерът|крал|папа|патриарх|генерал|кмет|кметът|депутат|"
                "прокурор|господин|госпожа|д-р|проф|професор|треньор|председател|председателят|"
                "лидер|лидерът|директор|секретар|посланик|говорител|претседател|претседателот|"
                "премиерот|министер|министерот|прэзідэнт|міністр|президенті|министрі"},
    RuleWordRow{
        "tr az",
        RuleRole::Title,
        "Başkanı|Cumhurbaşkanı|Başbakan|Başbakanı|Bakanı|Bakan|Bakanlar|Başkan|Sekreteri|"
        "Valisi|Büyükelçisi|Müdürü|General|Prof|Dr|Sözcüsü|Lideri|lideri|Kralı|Papa|Kraliçesi|"
        "Milletvekili|Avukat|Şansölyesi|Teknik|direktör|Direktörü|yazar|gazeteci|oyuncu|"
        "prezident|Prezidenti|naziri"},
    RuleWordRow{"hu",
                RuleRole::Title,
                "miniszterelnök|elnök|államfő|miniszter|külügyminiszter|kancellár|király|pápa|"
                "bíboros|püspök|tábornok|polgármester|főpolgármester|képviselő|bíró|ügyész|dr|"
                "professzor|edző|szövetségi|kapitány|szóvivő|igazgató|főtitkár|nagykövet|író|"
                "rendező|színész|énekes|pártelnök|frakcióvezető|államtitkár|politikus|újságíró"},
    RuleWordRow{"fi et",
                RuleRole::Title,
                "presidentti|pääministeri|ministeri|ulkoministeri|valtiovarainministeri|"
                "puolustusministeri|liittokansleri|kuningas|paavi|kenraali|pormestari|"
                "kansanedustaja|professori|tohtori|valmentaja|tiedottaja|johtaja|pääsihteeri|"
                "kirjailija|ohjaaja|näyttelijä|toimitusjohtaja|tutkija|puheenjohtaja|president|"
                "peaminister|minister|välisminister"},
    RuleWordRow{"ro",
                RuleRole::Title,
                "președintele|președinte|președinta|premierul|premier|prim-ministrul|ministrul|"
                "ministru|ministra|cancelarul|regele|regina|papa|generalul|primarul|deputatul|"
                "senatorul|judecătorul|domnul|doamna|dl|dna|profesorul|antrenorul|liderul|"
                "directorul|secretarul|ambasadorul|scriitorul|regizorul|actorul|procurorul"},
    RuleWordRow{"el",
                RuleRole::Title,
                "πρόεδρος|πρόεδρο|προέδρου|πρωθυπουργός|πρωθυπουργό|πρωθυπουργού|υπουργός|υπουργό|"
                "υπουργού|καγκελάριος|καγκελάριο|βασιλιάς|πάπας|στρατηγός|δήμαρχος|δήμαρχο|"
                "βουλευτής|δικαστής|κύριος|κυρία|κ|δρ|καθηγητής|καθηγήτρια|προπονητής|εκπρόσωπος|"
                "διευθυντής|γραμματέας|πρέσβης|συγγραφέας|σκηνοθέτης|ηθοποιός|τραγουδιστής|αρχηγός|"
                "αρχηγό|ηγέτης|ομόλογός|ομόλογό|αρχιεπίσκοπος|πρώην"},
    RuleWordRow{"id ms",
                RuleRole::Title,
                "Presiden|Wakil|Menteri|Gubernur|Wali|Bupati|Jenderal|Jendral|Kolonel|Raja|Ratu|"
                "Sultan|Paus|Ketua|Hakim|Jaksa|Bapak|Pak|Ibu|Bu|Dr|Prof|Profesor|Pelatih|pelatih|"
                "Direktur|Sekretaris|Duta|aktor|aktris|penyanyi|Kapolri|Panglima|Kanselir|Perdana|"
                "Datuk|Tun|Encik|Puan|politikus|juru"},
    RuleWordRow{"vi", RuleRole::Title, "ông|bà|anh|chị|tướng|bác|cô"},
    RuleWordRow{"",
                RuleRole::TitlePart,
                "primer|primera|premier|première|primeiro|primeira|primo|prima|vice|ex|former|"
                "ehemalige|ehemaliger|ehemaligen|frühere|früherer|früheren|stellvertretende|"
                "stellvertretender|stellvertretenden|ancien|ancienne|bývalý|bývalého|były|byłego|"
                "бывший|бывшего|экс|вице|колишній|ekskanzler|perdana|ban"},
    RuleWordRow{"ko",
                RuleRole::AfterName,
                "대통령|총리|장관|차관|의원|대표|위원장|국무위원장|회장|사장|감독|교수|기자|검사|"
                "판사|변호사|"
                "시장|지사|도지사|실장|수석|비서관|대변인|총장|청장|국장|원내대표|최고위원|후보|"
                "부총리|주석|"
                "총서기|국왕|여왕|교황|장군|씨|선수|작가|배우|가수|박사|전"},
    RuleWordRow{"ar fa ur ps",
                RuleRole::Title,
                "الرئيس|رئيس|الوزير|وزير|الملك|الأمير|الشيخ|السيد|السيدة|الدكتور|دكتور|د|الأستاذ|"
                "اللواء|العميد|الفريق|العقيد|الجنرال|المستشار|المستشارة|البابا|النائب|السيناتور|"
                "المدرب|المتحدث|المخرج|الفنان|الفنانة|الكاتب|اللاعب|القاضي|السفير|المدير|زعيم|"
                "الزعيم|آقای|خانم|رئیس|رئیس‌جمهور|وزیر|صدر|"
                "وزیراعظم|"
                "جنرل|"
                "دکتر|"
                "آیت‌الله"},
    RuleWordRow{"he",
                RuleRole::Title,
                "הנשיא|נשיא|הממשלה|השר|שר|השרה|שרת|הרמטכ״ל|אלוף|האלוף|רב|הרב|ח״כ|חבר|חברת|"
                "ד״ר|פרופ|פרופסור|מר|גברת|השופט|השופטת|המלך|האפיפיור|מאמן|המאמן|הזמר|הזמרת|השחקן|"
                "הקנצלר|הסנאטור|ראש|מנכ״ל|היו״ר|יו״ר"},
    RuleWordRow{"hi mr ne",
                RuleRole::Title,
                "राष्ट्रपति|प्रधानमंत्री|मंत्री|मुख्यमंत्री|उपराष्ट्रपति|विदेशमंत्री|रक्षामंत्री|गृहमंत्री|राज्यपाल|सांसद|"
                "विधायक|जनरल|न्यायाधीश|श्री|श्रीमती|डॉ|डॉक्टर|प्रोफेसर|कप्तान|कोच|अभिनेता|अभिनेत्री|नेता|"
                "अध्यक्ष|प्रवक्ता|निदेशक|लेखक|राजा|महारानी|पोप|चांसलर"},
};

}  // namespace

std::span<const RuleWordRow> title_rows() noexcept {
    return kTitles;
}

}  // namespace dateline::analysis
