// Texts that the rules were not changed for; what happens in them is invented unless it is known to
// everybody.
#include "tests/unit/analysis/rules/marked_texts.hpp"

#include <array>

namespace dateline::testing {

namespace {

constexpr std::array kTexts{
    MarkedText{"de",
               R"(Orchester aus [L:Prag] eröffnet Festspiele in [L:Salzburg]

Mit Werken von [P:Antonín Dvořák] hat am Samstag ein Orchester aus [L:Tschechien] die Festspiele eröffnet. Dirigent [P:Jakub Hrůša] wurde gefeiert. Intendantin [P:Helga Rabl] kündigte an, im Sommer gehe es nach [L:Japan] und [L:Südkorea]. Die Halle war ausverkauft, der Wein aus der [L:Steiermark] auch. Kritik kam aus [L:Wien]: Die Karten seien zu teuer, schrieb [P:Peter Moser]. [P:Rabl] wies das zurück.)"},
    MarkedText{"fr",
               R"(Rugby : le [L:Japon] surprend l'[L:Irlande]

Le [L:Japon] a battu l'[L:Irlande] samedi à [L:Shizuoka]. L'entraîneur [P:Jamie Joseph] a salué une victoire historique. À [L:Dublin], la presse parle d'humiliation. L'ailier [P:Kenki Fukuoka] a marqué l'essai décisif. « Bien joué », a réagi le ministre [P:Simon Coveney]. Les supporters venus de [L:Bordeaux] et de [L:Belgique] ont applaudi. [P:Fukuoka] sera absent contre l'[L:Écosse].)"},
    MarkedText{"es",
               R"(Huelga en las minas de cobre de [L:Perú]

Los trabajadores de la mina iniciaron el martes una huelga en el sur de [L:Perú]. El dirigente [P:Ramiro Quispe] pidió mejores salarios. En [L:Lima], el ministro [P:Alonso Valdivia] llamó al diálogo. Las acciones cayeron en [L:Londres] y [L:Toronto]. Según [P:Quispe], los camiones no saldrán hacia [L:Bolivia]. La empresa, con sede en [L:Canadá], no respondió. Mercedes, vecina del lugar, vende pan.)"},
    MarkedText{"pt",
               R"(Seleção de [L:Angola] vence em [L:Maputo]

A seleção de [L:Angola] venceu [L:Moçambique] por 2 a 1 neste domingo. O técnico [P:Pedro Gonçalves] elogiou a equipe. Para a torcida, foi uma festa. O próximo jogo será contra a [L:Nigéria], em [L:Luanda]. O capitão [P:Gelson Dala] saiu lesionado e viaja a [L:Lisboa] para exames. [P:Dala] volta em maio.)"},
    MarkedText{"it",
               R"(Mostra su [P:Caravaggio] apre a [L:Genova]

Apre venerdì a [L:Genova] una mostra con quadri arrivati da [L:Madrid], [L:Vienna] e [L:San Pietroburgo]. La curatrice [P:Paola Ferrero] ha lavorato tre anni. Il sindaco [P:Marco Bucci] parla di un successo per la [L:Liguria]. «Ora tocca a noi», dice [P:Ferrero]. Nella sala rossa il pubblico sosta a lungo. Prestiti anche dalla [L:Polonia] e dagli [L:Stati Uniti].)"},
    MarkedText{"nl",
               R"(Schaatsers naar [L:Noorwegen] voor wereldbeker

De schaatsploeg vertrekt maandag naar [L:Noorwegen]. Coach [P:Jac Orie] neemt acht rijders mee. In [L:Calgary] viel het resultaat tegen, zei [P:Orie]. Ook rijders uit [L:China] en [L:Kazachstan] doen mee. [P:Jutta Leerdam] mist de wedstrijd in [L:Stavanger]. De bond in [L:Utrecht] hoopt op medailles.)"},
    MarkedText{"da",
               R"(Ny færge mellem [L:Aarhus] og [L:Sverige]

Et rederi åbner til maj en rute fra [L:Aarhus] til [L:Göteborg]. Direktør [P:Henrik Madsen] siger, at der også ses mod [L:Norge] og [L:Tyskland]. Minister [P:Thomas Danielsen] glæder sig. I [L:København] er der tvivl om økonomien. [P:Madsen] afviser kritikken.)"},
    MarkedText{"pl",
               R"(Siatkarki wygrały z [L:Brazylią] w [L:Łodzi]

Polskie siatkarki pokonały w [L:Łodzi] reprezentację [L:Brazylii] 3:1. Trener [P:Stefano Lavarini] chwalił zespół. Najlepsza była [P:Magdalena Stysiak]. W piątek mecz z [L:Turcją] w [L:Katowicach]. [P:Stysiak] zdobyła 24 punkty; jej rodzice przyjechali z [L:Norwegii]. Ten wieczór zapamięta cały kraj.)"},
    MarkedText{"cs",
               R"(Zoo v [L:Plzni] má nového tygra z [L:Dánska]

Do [L:Plzně] dorazil tygr z [L:Dánska]. Ředitel [P:Jiří Trávníček] uvedl, že cesta přes [L:Německo] trvala den. Další zvířata přijedou z [L:Rakouska] a [L:Maďarska]. Chovatelka [P:Lenka Václavová] chystá výběh. [P:Trávníček] čeká tisíce návštěvníků z [L:Prahy].)"},
    MarkedText{"ru",
               R"(Сборная [L:Сербии] обыграла [L:Испанию] в [L:Белграде]

Баскетболисты [L:Сербии] победили команду [L:Испании]. Тренер [P:Светислав Пешич] остался доволен. Лучшим стал [P:Богдан Богданович]. Следующий матч пройдет в [L:Риме] против [L:Италии]. В [L:Новосибирске] игру смотрели ночью, рассказал журналист [P:Петр Сидоров]. Победа далась нелегко, признал [P:Богданович].)"},
    MarkedText{"uk",
               R"(Фестиваль у [L:Чернівцях]: гості з [L:Канади] та [L:Литви]

У [L:Чернівцях] відкрився фестиваль поезії. Приїхали автори з [L:Канади], [L:Литви] та [L:Грузії]. Письменниця [P:Оксана Забужко] читала нові вірші. Речник [P:Андрій Мельник] сказав, що наступного року фестиваль прийме [L:Вільнюс]. Надія є, додала [P:Забужко].)"},
    MarkedText{"tr",
               R"([L:Japonya]'da müze açıldı

[L:Japonya]'nın başkenti [L:Tokyo]'da bir Türk müzesi açıldı. Kültür Bakanı [P:Mehmet Ersoy] törene katıldı. Eserler [L:Konya] ve [L:Gaziantep]'ten getirildi. Büyükelçi [P:Korkut Güngen], [L:Kore]'de de bir sergi planlandığını söyledi. Yeni salon küçük.)"},
    MarkedText{"ro",
               R"(Incendiu la o fabrică din [L:Cluj]

Un incendiu a izbucnit luni la o fabrică din [L:Cluj]. Primarul [P:Emil Boc] a spus că nu sunt victime. Echipe din [L:Oradea] au ajutat. Ministrul [P:Cătălin Predoiu] a discutat cu omologii din [L:Ungaria] și [L:Germania]. Mai târziu, focul a fost stins.)"},
    MarkedText{"ar",
               R"(منتخب [L:المغرب] يفوز على [L:إسبانيا]

فاز منتخب [L:المغرب] على [L:إسبانيا] في [L:الدوحة]. وقال المدرب [P:وليد الركراكي] إن الفريق قدم مباراة كبيرة. واحتفل الجمهور في [L:الدار البيضاء] و[L:باريس]. وسيواجه [L:البرتغال] السبت. كان اللقاء صعبا.)"},
    MarkedText{"he",
               R"(תערוכה על [L:מצרים] נפתחה ב[L:לונדון]

תערוכה על [L:מצרים] העתיקה נפתחה ב[L:לונדון]. האוצר אמר כי המוצגים הגיעו מ[L:קהיר] ומ[L:ברלין]. השר [P:יוסי כהן] ביקר במקום. בקיץ תעבור התערוכה ל[L:ירושלים] ואחר כך ל[L:יפן].)"},
    MarkedText{"hi",
               R"([L:ऑस्ट्रेलिया] ने [L:इंग्लैंड] को हराया

[L:ऑस्ट्रेलिया] ने बुधवार को [L:सिडनी] में [L:इंग्लैंड] को हराया। कप्तान [P:विराट कोहली] ने बधाई दी। अगला मैच [L:मुंबई] में [L:भारत] और [L:श्रीलंका] के बीच होगा।)"},
    MarkedText{"zh",
               R"([L:巴西]队在[L:卡塔尔]获胜

[L:巴西]队周五在[L:卡塔尔]击败[L:韩国]队。主教练表示满意。[L:葡萄牙]队将迎战[L:瑞士]队。球迷从[L:上海]和[L:东京]赶来。[L:阿根廷]总统[P:阿尔韦托·费尔南德斯]发来贺电。日本人也在看台上。)"},
    MarkedText{"ja",
               R"([L:フランス]で日本映画祭

[L:フランス]の[L:パリ]で映画祭が始まった。[P:是枝裕和]監督が舞台に立った。[L:韓国]や[L:台湾]の作品も上映される。[P:マリー・デュポン]氏は「[L:京都]の風景が美しい」と話した。来年は[L:大阪]で開く。)"},
    MarkedText{"ko",
               R"([L:프랑스]에서 한국 영화제

[L:프랑스] [L:파리]에서 영화제가 열렸다. [P:봉준호] 감독이 참석했다. [L:독일]과 [L:스페인]의 작품도 상영된다. 내년에는 [L:부산]에서 열린다. [P:이정은] 배우는 상을 받았다.)"},
    MarkedText{"vi",
               R"(Lũ lụt ở [L:Trung Quốc], [L:Việt Nam] cảnh báo mưa lớn

Mưa lớn gây lũ ở [L:Trung Quốc]. Tại [L:Hà Nội], ông [P:Nguyễn Văn Thành] cho biết nước đang dâng. [L:Nhật Bản] và [L:Thái Lan] gửi hàng cứu trợ. Trường học ở [L:Hải Phòng] đóng cửa.)"},
};

}  // namespace

std::span<const MarkedText> held_out_texts() noexcept {
    return kTexts;
}

}  // namespace dateline::testing
