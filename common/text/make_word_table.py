#!/usr/bin/env python3
"""Makes word_table.inc, the frozen table of frequent words.

Usage: make_word_table.py DATA_FOLDER > word_table.inc

DATA_FOLDER holds the corpora named in the text that the script puts at the top of its output. Only
how often each word occurs is taken from them. Each English corpus counts by its relative
frequencies, so that none dominates by its size. Needs the programs xz, zcat, tar and zstd.

Folding is a close imitation of the project's tokenizer: where it differs, a word of the table is
never met and a code stays unused, nothing more.
"""

import collections
import glob
import html
import re
import subprocess
import sys
import tempfile
import unicodedata

TABLE_WORDS = 127 + 16384
HASH_SLOTS = 32768
FIRST_PART_WORDS = 8192  # no compiler need take a string literal of more than 65,536 bytes
MAX_WORD_BYTES = 24
CJK_CHARACTERS = 1100
JARGON_SCORE = 0.0004  # below that of the words with one byte
RARE = 0.00002

# Frequent words of other languages, written by hand, folded.
OTHER_LANGUAGES = """
der die das und in zu den von mit fur auf ist im dem nicht ein eine als auch es an werden aus er hat
dass sie nach wird bei einer um am sind noch wie einem uber einen so zum war haben nur oder aber vor
zur bis mehr durch man sein wurde sei hatte kann gegen vom konnen schon wenn habe seine ihre unter wir
soll ich eines seit jahr jahre jahren zwei diese dieser wieder keine uhr seiner worden will zwischen
immer was sagte gibt alle da mussen kein dann ihr hier sich ihm ihn ihrer ihren ihrem unser mein dein
jetzt heute gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar
marz april mai juni juli august september oktober november dezember euro millionen milliarden prozent
le la les de des du un une et est en que qui dans pour sur pas par plus au ce il ne se son avec sa ses
ont mais comme ou si leur elle ils elles nous vous cette ces etre fait aux sont ete deux apres meme
sans aussi bien dont entre tout tous faire peut encore depuis contre selon avait etait cela autres
avant quand alors tres lors annees ans annee jour jours contre hier aujourd hui janvier fevrier mars
avril juin juillet aout octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche
millions milliards pays president gouvernement ministre france qu d l n s c j m t
el los las del y a que en se por con para una su al lo como mas pero sus le ya o fue este ha si porque
esta son entre cuando muy sin sobre ser tiene tambien me hasta hay donde han quien estan estado desde
todo nos durante todos uno les ni contra otros ese eso habia ante ellos e esto mi antes algunos que
unos yo otro otras otra el tanto esa estos mucho quienes nada muchos cual sea poco ella estar haber
estas anos ano dia dias segun parte despues enero febrero marzo abril mayo junio julio agosto
septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo gobierno
millones pais presidente ministro dijo
il di che e la per un in del non con si da le i una sono al della dei come piu ha anche nel dalla ma
alla lo gli se delle ai era su questo o ci stato anni essere nella tra dal degli suo loro sua due
hanno dopo fa prima solo sul cosi stati tutti quando fare ancora parte sulla perche contro anno oggi
ieri gia sempre quello questa molto dove poi quale agli alle nelle negli gennaio febbraio aprile
maggio giugno luglio settembre ottobre dicembre lunedi martedi mercoledi giovedi venerdi sabato
domenica governo paese milioni miliardi
o os as do da dos das em no na nos nas um uma uns umas ao aos pelo pela pelos pelas para com por nao
que se mais como mas foi ele ela eles elas seu sua seus suas ou ser quando muito ha ja esta eu tambem
so ate isso entre depois sem mesmo ter quem me esse voce essa num nem estao tem numa sao disse anos
ano dia contra sobre ainda onde segundo janeiro fevereiro abril maio junho julho setembro outubro
novembro dezembro segunda terca quarta quinta sexta governo pais milhoes
de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door over
ze zich hij ik je naar heeft hebben had worden wordt was werd deze dit die wel geen kan meer tot haar
hun we wat moet na al zou zo jaar onder tegen zal zei of veel twee mensen tussen eerste andere nu
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart mei juni juli
augustus oktober miljoen miljard procent
i i och att det som en pa ar av for med den till inte har de ett om han men var jag sig fran vi sa kan
nar ar under ocksa efter eller nu sin dar vid mot ska skulle kommer ut fa finns vara hade alla andra
mycket mer over bara in blir upp aven vad fick sina manga sedan mellan igen idag mandag tisdag onsdag
torsdag fredag lordag sondag januari miljoner miljarder kronor
og er at det af til ikke der har som han den de om fra var ved men et kan blev sig efter skal vi nu
hun over ud vil mod eller hvor naar ogsa etter ble blitt hvis
ja on ei se etta han oli mutta ovat myos kun niin kuin joka tai sen vuoden mukaan
w i na z do sie nie jest to ze o jak za od po przez dla ale ktory ktore ktora co tak byl byla bylo moze
tym przed lat tego juz tylko oraz jego jej ich czy ma bardzo pod bez przy nad roku rok lub gdy
bedzie sa zostal poniedzialek wtorek sroda czwartek piatek sobota niedziela
bir ve bu da de icin ile olarak cok daha gibi en sonra kadar ne olan ama var o iki ise her yeni diye
ancak bin turkiye olduğu degil mi ben sen biz siz onlar once gun yil
a az es hogy nem is egy ez meg csak de volt el mar van ki mint be azt
""".split() + """
и в не на я быть он с что а по это она этот к но они мы весь который из у то за свой от так о для ты же
все тот мочь вы человек такой его сказать только или еще бы себя один как уже до время если сам когда
другой вот говорить наш мой знать стать при чтобы дело жизнь кто первый очень два день ее новый рука
даже во со раз где там под можно ну какой после их работа без самый потом надо хотеть ли слово идти
большой должен место иметь ничто был была было были будет сейчас россии россия года году лет том также
более этом этого сообщил заявил президент путин сша украина украины москва москве страны страна глава
может чем нет них нас вас ним ней ему ей им мне меня тебя через между перед против около января февраля
марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среда четверг
пятница суббота воскресенье рублей долларов тысяч млн млрд процентов
і та що як від але про за до україни україні року є це не на й
في من على الى ان عن مع هذا التي الذي هذه كان لا ما او بعد قال بين كما كل قبل لم غير هو هي ذلك حتي
وقد وفي ومن وقال وكان عند منذ خلال اي احد عام يوم الرييس الله لن اذا حيث ايضا تم قد كانت له لها بها به
فيها انه انها عليه عليها اكثر دون ضد نحو عدد حول سوريا العراق مصر ايران امريكا الولايات المتحدة
και το να του η της με που την από για τα τον στην ειναι στο θα δεν οι σε μας τους
""".split()

CHINESE = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成"
    "方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使"
    "情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老"
    "给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目"
    "太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王"
    "象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运習普京美国欧盟議會總統"
)
JAPANESE = (
    "ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽ"
    "まみむめもゃやゅゆょよらりるれろわをんァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトド"
    "ナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロワヲンヴー々"
)

TOKEN = re.compile(
    r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_](?![^\W_]))+"  # initials
    r"|[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*"
)
POSSESSIVE = re.compile(r"(?<=[\w.])['\u2019]s(?![^\W_])", re.IGNORECASE)
PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})


def fold(text):
    """`text` in the form of terms."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(PLAIN)
    kept = []
    for char in unicodedata.normalize("NFD", text):
        base = kept[-1] if kept else ""
        if not unicodedata.combining(char) or base > "\u0900":
            kept.append(char)
        elif "\u0400" <= base < "\u0500" and (base, char) != ("е", "\u0308"):
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def words(text):
    """The folded words of `text`."""
    return TOKEN.findall(fold(POSSESSIVE.sub(" ", text)))


def run(*command):
    """What `command` prints, as text."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode("utf-8", "replace")


def reuters(folder):
    """Titles and bodies of Reuters-21578."""
    counts = collections.Counter()
    for name in sorted(glob.glob(folder + "/reuters-21578/reut2-*.sgm.gz")):
        for part in re.findall(r"<(?:TITLE|BODY)>(.*?)</(?:TITLE|BODY)>", run("zcat", name), re.DOTALL):
            counts.update(words(html.unescape(part)))
    return counts


def tagged(folder, names):
    """The first column of files with one token a line."""
    counts = collections.Counter()
    for name in names:
        lines = run("xz", "-dc", f"{folder}/ner/{name}.bio.xz").splitlines()
        tokens = [line.split("\t")[0] for line in lines]
        counts.update(words(" ".join(token for token in tokens if token not in ("-DOCSTART-", "'s"))))
    return counts


def pages(folder):
    """The visible text of saved web pages in English."""
    counts = collections.Counter()
    with tempfile.TemporaryDirectory() as target:
        archive = folder + "/html/readability.tar.zst"
        run("tar", "-I", "zstd -d --long=27", "-xf", archive, "-C", target)
        for name in sorted(glob.glob(target + "/**/source.html", recursive=True)):
            with open(name, encoding="utf-8", errors="replace") as file:
                text = file.read()
            text = re.sub(r"(?is)<(script|style|noscript|svg)\b.*?</\1\s*>|<!--.*?-->", " ", text)
            page = words(html.unescape(re.sub(r"<[^>]*>", " ", text)))
            # English prose has one "the" in twenty words or so.
            if page.count("the") * 60 > len(page):
                counts.update(page)
    return counts


def japanese(folder):
    """The characters of the livedoor articles."""
    counts = collections.Counter()
    with tempfile.TemporaryDirectory() as target:
        run("tar", "-I", "zstd -d", "-xf", folder + "/livedoor-ja/livedoor-2-of-9.tar.zst", "-C", target)
        for name in sorted(glob.glob(target + "/**/*-[0-9]*.txt", recursive=True)):
            with open(name, encoding="utf-8") as file:
                text = unicodedata.normalize("NFKC", file.read())
            counts.update(re.findall("[\u3041-\u3096\u30a1-\u30fa\u30fc\u3005\u3400-\u9fff]", text))
    return counts


def joined_counts(corpora):
    """The weighted mean of relative frequencies in pairs (counts, weight), for words fit for a table.

    A word must occur in two corpora, or often in one: else names of a single text would come in.
    What only one corpus has (`dlrs`) gets no code of one byte.
    """
    joined = collections.Counter()
    places = collections.Counter()
    found = collections.Counter()
    most = collections.Counter()
    for counts, weight in corpora:
        total = sum(counts.values())
        for word, count in counts.items():
            joined[word] += max(count - 1, 0) / total * weight
            places[word] += count / total > RARE
            found[word] += 1
            most[word] = max(most[word], count)
    for word in joined:
        if places[word] == 1:
            joined[word] = min(joined[word], JARGON_SCORE)
    return {
        word: score
        for word, score in joined.items()
        if score > 0
        and (found[word] > 1 or most[word] >= 8)
        and len(word.encode()) <= MAX_WORD_BYTES
        and not re.search("[\u3041-\u9fff]", word)
    }


def table(folder):
    """The words of the table, most frequent first."""
    english = joined_counts(
        [
            (reuters(folder), 0.4),
            (tagged(folder, ["gmb.train"]), 0.35),
            (tagged(folder, ["wikigold", "ewt.dev", "gum.train"]), 0.15),
            (pages(folder), 0.1),
        ]
    )
    always = [str(number) for number in range(100)] + [f"0{number}" for number in range(10)]
    always += [str(year) for year in range(1980, 2031)]
    always += [chr(letter) for letter in range(ord("a"), ord("z") + 1)]
    always += list(dict.fromkeys(fold(word) for word in OTHER_LANGUAGES))
    characters = list(JAPANESE) + [c for c, _ in japanese(folder).most_common(CJK_CHARACTERS)] + list(CHINESE)
    reserved = list(dict.fromkeys(always + characters))
    ranked = sorted(english, key=lambda word: (-english[word], word))
    free = TABLE_WORDS - len([word for word in reserved if word not in english])
    kept = set(ranked[:free])
    for word in reserved:
        if word in english and word not in kept:
            kept.add(word)
            free -= 1
    late = [word for word in ranked if word in kept]
    extra = len(late) + len([word for word in reserved if word not in english]) - TABLE_WORDS
    fixed = set(reserved)
    for word in reversed(late):
        if extra <= 0:
            break
        if word not in fixed:
            kept.remove(word)
            extra -= 1
    return [word for word in ranked if word in kept] + [word for word in reserved if word not in english]


def slots(entries):
    """Rank + 1 of the word in each slot of an open hash table (FNV-1a, 32 bits), 0 where it is free."""
    filled = [0] * HASH_SLOTS
    for rank, word in enumerate(entries):
        value = 2166136261
        for byte in word.encode():
            value = (value ^ byte) * 16777619 & 0xFFFFFFFF
        slot = (value ^ value >> 15) % HASH_SLOTS
        while filled[slot]:
            slot = (slot + 1) % HASH_SLOTS
        filled[slot] = rank + 1
    return filled


def print_numbers(declaration, numbers):
    """A C++ array of `numbers`."""
    print(declaration + " = {")
    line = "   "
    for number in numbers:
        if len(line) + len(str(number)) > 97:
            print(line)
            line = "   "
        line += f" {number},"
    print(line + "\n};")


def main():
    entries = table(sys.argv[1])
    offsets = [0]
    for word in entries:
        offsets.append(offsets[-1] + len(word.encode()))
    print(
        """// The frozen table of frequent words, most frequent first. Made by
//   common/text/make_word_table.py DATA_FOLDER > common/text/word_table.inc
// and never changed without a new schema version, because codes in an index are ranks in it.
//
// Which words are frequent was counted in: Reuters-21578 (copyright Reuters Ltd., distributed for
// research); the Voice of America news in the Groningen Meaning Bank (public domain); WikiGold
// (CC BY), the English Web Treebank part of Universal NER (CC BY-SA) and GUM (CC BY, CC BY-SA); the
// web pages among the tests of mozilla/readability; characters in the livedoor news corpus (CC
// BY-ND). Only counts were taken, no text. The words of other languages were written down by hand in the script.
"""
    )
    for name, part in (("kFirstWords", entries[:FIRST_PART_WORDS]), ("kOtherWords", entries[FIRST_PART_WORDS:])):
        print(f"constexpr char {name}[] =")
        print("\n".join(f'    "{word}"' for word in part) + ";\n")
    print("// Where each word begins, counted over both lists together; and the end.")
    print_numbers(f"constexpr std::array<std::uint32_t, {len(offsets)}> kWordOffsets", offsets)
    print("\n// Rank + 1 of the word in each slot of an open hash table; 0: free.")
    print_numbers(f"constexpr std::array<std::uint16_t, {HASH_SLOTS}> kWordSlots", slots(entries))
    print(f"\nconstexpr std::uint32_t kFirstPartWords = {FIRST_PART_WORDS};")
    print(f"constexpr std::size_t kMaxWordBytes = {max(len(word.encode()) for word in entries)};")


if __name__ == "__main__":
    main()
