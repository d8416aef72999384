// Small tables of our own; a name that is missing is only unknown.
#include "common/names/given_names.hpp"

#include <algorithm>
#include <array>

namespace dateline::names {

namespace {

// Words with blanks around each.
constexpr std::array kForms = std::to_array<std::string_view>({
    " abdallah abdullah abdulla abdalla ",
    " abraham abe ",
    " ahmed ahmad ahmet achmed ",
    " albert al bert ",
    " alexander aleksandr aleksander alexandre alejandro sasha sandy alec ",
    " alexei aleksei alexey aleksey alyosha ",
    " alfred alf fred ",
    " ali aly ",
    " andrew andy drew andrei andrey ",
    " anthony tony antony ",
    " barbara barb babs ",
    " benjamin ben benny bibi ",
    " bernard bernie ",
    " catherine katherine kate kathy cathy katie kathleen ",
    " charles charlie chuck ",
    " christopher chris kit ",
    " daniel dan danny ",
    " david dave davy ",
    " deborah debbie debra ",
    " dmitry dmitri dmitriy dimitri dmytro ",
    " donald don donnie ",
    " dorothy dot dottie ",
    " edward ed eddie ted teddy ned ",
    " elizabeth liz lizzie beth betty eliza bess ",
    " ernest ernie ",
    " eugene gene ",
    " francis frank francisco paco pancho ",
    " franklin frank ",
    " frederick fred freddie ",
    " gerald gerry jerry ",
    " gregory greg ",
    " harold harry hal ",
    " henry harry hank ",
    " hussein hussain husain husayn ",
    " ignacio nacho ",
    " jacob jake ",
    " james jim jimmy jamie ",
    " jeffrey jeff geoffrey geoff ",
    " jennifer jen jenny ",
    " john jack johnny jon ",
    " jonathan jon jonny ",
    " joseph joe joey ",
    " jose pepe ",
    " joshua josh ",
    " kenneth ken kenny ",
    " laurence lawrence larry ",
    " leonard len lenny ",
    " luis lucho ",
    " margaret maggie meg peggy madge ",
    " matthew matt ",
    " michael mike mick mickey mikhail ",
    " mohammed muhammad mohamed mohammad mohamad muhammed mohamud mehmed ",
    " nancy nan ",
    " nicholas nick nicky nikolas nicolas ",
    " nikita niki ",
    " omar umar omer ",
    " osama usama ",
    " pamela pam ",
    " patricia pat patty trish ",
    " patrick pat paddy ",
    " peter pete pyotr petr ",
    " philip phil phillip ",
    " randolph randy ",
    " raymond ray ",
    " rebecca becky ",
    " richard dick rick ricky rich ",
    " robert bob bobby rob robbie bert ",
    " ronald ron ronnie ",
    " rudolph rudy ",
    " saddam sadam ",
    " samuel sam sammy ",
    " sergei sergey serhiy serge ",
    " stephen steven steve stevie ",
    " stanley stan ",
    " susan sue susie ",
    " theodore ted teddy theo ",
    " theresa teresa terry tess ",
    " thomas tom tommy ",
    " timothy tim timmy ",
    " vasily vasili vasyl vasiliy ",
    " victoria vicky ",
    " viktor victor vik ",
    " vincent vince vinny ",
    " vitali vitaly vitaliy ",
    " vladimir volodymyr vova volodya wladimir ",
    " walter walt wally ",
    " william bill billy will willie willy liam ",
    " yuri yury iouri yuriy ",
    " yusuf yousef youssef yousuf yossef ",
    " yevgeny evgeny yevgeni evgeni ",
    " zachary zach zack ",
});

constexpr std::string_view kFemale =
    " abigail agnes aicha aisha alexandra alice alicia alina aline amanda amelia amina amy ana "
    "andrea "
    "angela angelina anita ann anna anne annette annie ashley barbara beatrice beatriz benazir "
    "bernadette beth betty beverly blanca brenda bridget camilla carla carmen carol carolina "
    "caroline "
    "carolyn cassandra catherine cecilia celia charlotte chelsea cheryl chiara christina christine "
    "claire clara claudia condoleezza cristina cynthia daniela deborah debra denise diana diane "
    "dilma "
    "dolores donna dora doris dorothy edith elaine eleanor elena elizabeth ella ellen elsa emily "
    "emma "
    "erica erika ethel eva eve evelyn fatima fatou fatoumata felicia fiona florence frances "
    "gabriela "
    "gertrude gina giorgia gisele gladys gloria golda grace greta hannah harriet hasina heather "
    "heidi "
    "helen helena helene hilary hillary ida imelda indira ines inga ingrid irene irina iris "
    "isabel isabella ivana ivanka jacinda jacqueline jane janet janice jennifer jessica jill jo "
    "joan joanna joyce juana judith judy julia juliana julie juliet kamala karen karin kate "
    "katherine "
    "kathleen kathryn kathy katie katrina keiko khadija kirsten kristin kristina larissa laura "
    "lauren layla leila lena leticia liliana linda lisa liz lola lorena louise lucia lucy ludmila "
    "luisa "
    "lydia lynn maggie malala marcia margaret margarita margot maria mariam marian marianne marie "
    "marina "
    "marion marjorie marlene martha martine mary matilda maureen megan melania melanie melinda "
    "melissa "
    "mercedes meryl michelle milena mildred miriam molly monica muriel nadia nancy naomi natalia "
    "natalie "
    "natasha nicola nicole nina nora norma olga olivia oksana ophelia oprah pamela patricia paula "
    "pauline penelope petra philippa phyllis pilar polina priscilla rachel raisa rebecca regina "
    "renata "
    "rita roberta rosa rosalind rose rosemary ruth sabrina sally samantha sandra sara sarah serena "
    "sharon sheila shirley silvia simone sofia sonia sophia sophie stella stephanie susan susana "
    "susanna "
    "svetlana sylvia tamara tanya tatiana teresa theresa tina ursula valentina valerie vanessa "
    "venus vera veronica victoria violeta viola virginia vivian wanda wendy whitney winnie xiomara "
    "yasmin "
    "yoko yolanda yulia yvette yvonne zahra zainab zeinab zoe ";

constexpr std::string_view kMale =
    " aaron abdul abdullah abdulrahman abel abraham adam adolf adrian ahmad ahmed alan albert "
    "alberto "
    "aleksandr alejandro alex alexander alexei alfonso alfred ali allan allen alvaro amir anatoly "
    "anders "
    "andre andreas andrei andres andrew andrzej andy angus ansgar anthony antoine anton antonio "
    "antony "
    "ariel arnold arthur arturo ashraf augustus barack barry bashar ben benito benjamin bernard "
    "bernie "
    "bill billy bjorn bob bobby boris brad bradley brendan brian bruce bruno carl carlo carlos "
    "cecil "
    "charles charlie chester christian christopher chuck clarence claude clement clifford clint "
    "colin "
    "craig curtis cyril dan daniel danny darren dave david dean dennis derek desmond dick diego "
    "dieter dmitri dmitry dominic don donald douglas duncan dwight ed eddie edgar edmund eduardo "
    "edward "
    "edwin elliot emmanuel enrique eric erik ernest ernesto eugene evo felipe felix ferdinand "
    "fernando "
    "fidel finn francesco francis francisco francois frank franklin franz fred frederick friedrich "
    "gabriel gary gavin gennady geoffrey geoff georg george georges gerald gerard gerhard gerry "
    "giovanni "
    "giulio giuseppe glenn gordon graham greg gregory guillermo gunter gustav guy hamid hans "
    "harold harry "
    "harvey hassan hector heinrich helmut henri henry herbert herman herve hosni howard hubert "
    "hugh hugo "
    "hussein ian ibrahim igor imran isaac ismail ivan jack jacob jacques jaime jair jake jamal "
    "james jan "
    "jason javier jay jeff jeffrey jeremy jerome jerry jesus jim jimmy jiri joachim joao joe joel "
    "johan "
    "johann johannes john johnny jonathan jorge jose josef joseph joshua juan jules julian julio "
    "julius "
    "jurgen justin kamal karl keith kemal kenneth kevin klaus kofi kurt larry lars laurent "
    "lawrence leo "
    "leon leonard leonid leopold leroy leslie liam lionel lloyd louis lucas luigi luis luke "
    "mahathir "
    "mahmoud malcolm manuel marc marcel marco marcos marcus mario mark martin marvin massimo matt "
    "matteo matthew maurice max maxim michael michel miguel mike mikhail milos mitch mitt mohamed "
    "mohammad mohammed muammar muhammad mustafa narendra nathan neil nelson neville nicholas nick "
    "nicolas "
    "nigel nikita nikolai noah norman olaf oleg oliver omar oscar osama otto pablo paolo pascal "
    "patrick "
    "paul paulo pavel pedro per pervez pete peter philip philippe pierre pietro rafael ralph ramon "
    "randolph raul ray raymond recep reginald rene ricardo richard rick robert roberto robin "
    "rodrigo "
    "roger roland rolf roman ronald ronnie ross roy rudolf rupert russell saddam salvador sam "
    "samuel "
    "saul scott sean sebastian sergei sergey sergio seth shaun shimon sidney silvio simon stan "
    "stanley stefan stephen steve steven stuart tariq ted terence theodore thierry thomas tim "
    "timothy "
    "tobias todd tom tommy tony trevor umberto vaclav valery vasily vernon viktor victor vince "
    "vincent "
    "vincenzo vitaly vladimir volodymyr wayne walter warren werner wilhelm willem william willy "
    "winston wolfgang xavier yasser yevgeny yitzhak yuri yusuf yves zachary ";

bool holds(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != std::string_view::npos;
         at = words.find(word, at + 1)) {
        if (words[at - 1] == ' ' && words[at + word.size()] == ' ') {
            return true;
        }
    }
    return false;
}

}  // namespace

bool is_form_of_given_name(std::string_view left, std::string_view right) noexcept {
    constexpr std::size_t kLeastBeginning = 3;
    if (left.empty() || right.empty()) {
        return false;
    }
    if (left == right) {
        return true;
    }
    const bool left_shorter = left.size() < right.size();
    const std::string_view shorter = left_shorter ? left : right;
    const std::string_view longer = left_shorter ? right : left;
    // Not Jean for Jeanne, Paul for Paula: a name is no short form of one that is a little longer.
    if (shorter.size() >= kLeastBeginning && longer.size() >= shorter.size() + 3 &&
        longer.starts_with(shorter)) {
        return gender_of_given_name(shorter) == Gender::Unknown ||
               gender_of_given_name(longer) == Gender::Unknown ||
               gender_of_given_name(shorter) == gender_of_given_name(longer);
    }
    return std::any_of(kForms.begin(), kForms.end(), [&](std::string_view forms) {
        return holds(forms, left) && holds(forms, right);
    });
}

Gender gender_of_given_name(std::string_view folded) noexcept {
    if (folded.empty()) {
        return Gender::Unknown;
    }
    if (holds(kFemale, folded)) {
        return Gender::Female;
    }
    return holds(kMale, folded) ? Gender::Male : Gender::Unknown;
}

}  // namespace dateline::names
