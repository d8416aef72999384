// What the files of the feeds data give, read by eye against the files.
#pragma once

namespace dateline {

/// Lines as feed_data_test.cpp writes them, sorted by file.
inline constexpr const char* kExpectedFeeds = R"table(
3960.json | json 20 authors=20 blocks=167 captions=10 changes=20 dates=20 paragraphs=465 titles=20 topics=20 urls=20 | fboës - Der Blog | Startseite | de-de
489.rss | feed 10 authors=10 blocks=49 changes=10 dates=10 paragraphs=152 titles=10 topics=10 urls=10 | Stories by Hodl Hodl on Medium | 
4fsodonline.atom | feed 25 authors=25 changes=25 dates=25 paragraphs=27 titles=25 urls=25 | 4 Fighting Serpents of Death | 
DaringFireball.atom | feed 48 authors=48 blocks=113 changes=48 dates=48 paragraphs=303 titles=48 urls=48 | Daring Fireball | 
DaringFireball.json | json 48 authors=48 blocks=113 changes=48 dates=48 paragraphs=303 titles=48 urls=48 | Daring Fireball | 
DaringFireball.rss | feed 47 authors=47 blocks=183 changes=47 dates=47 paragraphs=445 titles=47 urls=47 | Daring Fireball | 
EMarley.rss | feed 10 authors=10 dates=10 paragraphs=16 titles=10 urls=10 | Stories by Liz Marley on Medium |  | warned summary_only=10
KatieFloyd.rss | feed 20 authors=20 blocks=84 dates=20 paragraphs=143 titles=20 urls=20 | Katie Floyd | en-us
OneFootTsunami.atom | feed 25 authors=25 blocks=26 changes=25 dates=25 paragraphs=140 titles=25 urls=22 | One Foot Tsunami | 
ScriptingNews.json | json 50 blocks=5 dates=50 paragraphs=83 titles=11 urls=50 | Scripting News | en-us | warned summary_only=37
Subs.opml | unrecognised text/x-opml
SubsNoTitleAttributes.opml | unrecognised text/x-opml
aktuality.rss | feed 30 authors=30 dates=30 paragraphs=29 titles=30 urls=30 | Aktuality.sk - aktuálne spravodajstvo | sk | warned summary_only=29
allthis-partial.json | json 2 authors=2 blocks=4 dates=2 paragraphs=27 titles=2 urls=2 |  |  | rejected truncated=1
allthis.atom | feed 12 authors=12 blocks=27 dates=12 paragraphs=170 titles=12 urls=12 | And now it’s all this | en-us
allthis.json | json 12 authors=12 blocks=27 dates=12 paragraphs=170 titles=12 urls=12 |  | 
atp.rss | feed 100 authors=100 blocks=2828 dates=100 paragraphs=2931 titles=100 urls=100 | Accidental Tech Podcast | en-us | warned summary_only=3
authors.json | rejected no_text=4
bio.rdf | feed 30 authors=30 dates=30 paragraphs=30 titles=30 urls=30 | bioRxiv Subject Collection: Plant Biology | 
cloudblog.rss | feed 20 authors=20 blocks=159 captions=11 dates=20 paragraphs=487 titles=20 topics=20 urls=20 | Cloud Blog | en
curt.json | json 26 blocks=85 changes=1 dates=26 paragraphs=836 titles=26 urls=26 | curtclifton.net | 
dcrainmaker.xml | feed 8 authors=8 blocks=371 dates=8 paragraphs=990 titles=8 topics=8 urls=8 | DC Rainmaker | en-us
donthitsave.xml | feed 10 blocks=1 dates=10 paragraphs=36 titles=10 urls=10 | Don't Hit Save | en-us | warned summary_only=4
draw-down.atom | feed 25 authors=25 blocks=50 dates=25 paragraphs=50 titles=25 urls=25 | Draw Down | en | warned summary_only=25
expertopinionent.atom | feed 43 authors=43 changes=15 dates=43 paragraphs=46 titles=43 topics=2 urls=43 | ENT expert opinion | 
inessential.json | json 20 authors=20 blocks=36 dates=20 paragraphs=320 titles=20 urls=20 | inessential.com | 
kc0011.rss | feed 20 authors=17 dates=20 paragraphs=99 titles=20 urls=20 | 投资资讯网交易在线--流通纪念币最新20篇论坛主题-全文 | zh-cn | warned summary_only=16
livemint.xml | feed 25 authors=6 dates=25 paragraphs=25 titles=25 urls=25 | Livemint - News |  | warned summary_only=25
macworld.rss | feed 30 authors=29 blocks=2 captions=1 dates=30 paragraphs=77 titles=30 urls=30 | Macworld | en-us | warned summary_only=9
manton.rss | feed 10 authors=10 blocks=4 dates=10 paragraphs=28 titles=6 topics=10 urls=10 | Manton Reece | en-us
markdown1.rss | feed 25 blocks=27 dates=25 paragraphs=110 titles=23 urls=25 | daveverse | en-us | warned summary_only=10
markdown2.rss | feed 25 dates=25 paragraphs=25 urls=25 | links.daveverse.org | en-us | warned summary_only=25
medscape.rss | feed 20 dates=20 paragraphs=20 titles=20 topics=20 urls=20 | Medscape Family Medicine Headlines | en-us | warned summary_only=20
monkeydom.rss | feed 13 blocks=32 dates=13 paragraphs=87 titles=13 urls=13 | cocoa-dom |  | warned summary_only=3
natasha.xml | feed 10 authors=10 blocks=26 dates=10 paragraphs=588 titles=10 topics=10 urls=10 | Natasha The Robot | en-us
neverworkintheory.atom | feed 20 authors=20 dates=20 paragraphs=65 titles=20 urls=20 | It Will Never Work in Theory | 
pappacoda.atom | feed 3 authors=3 blocks=6 captions=3 changes=2 dates=3 paragraphs=132 titles=3 urls=3 | Andrea Pappacoda - Blog | it | warned summary_only=1
phpxml.rss | feed 20 dates=20 paragraphs=15 titles=20 urls=20 | www.fcutrecht.net voetbalnieuws | nl-nl | warned summary_only=2
pxlnv.json | json 20 authors=20 blocks=59 changes=20 dates=20 paragraphs=144 titles=20 urls=20 | Pixel Envy | 
qemu.atom | feed 10 blocks=152 dates=10 paragraphs=194 titles=10 topics=10 | QEMU | 
root-author.atom | feed 2 authors=2 blocks=82 captions=4 dates=2 paragraphs=458 titles=2 urls=2 | Florens Verschelde | en
rose.json | json 84 authors=84 blocks=401 changes=84 dates=84 paragraphs=949 titles=84 topics=53 urls=84 | Rosemary Orchard | 
russcox.atom | feed 19 authors=19 blocks=330 changes=11 dates=19 paragraphs=1276 titles=19 urls=19 | research!rsc | 
scriptingNews.rss | feed 50 blocks=5 dates=50 paragraphs=83 titles=11 urls=50 | Scripting News | en-us | warned summary_only=37
shopify-namespace.rss | feed 1 authors=1 paragraphs=1 titles=1 urls=1 | Test Shop | 
theomnishow.rss | feed 4 authors=4 blocks=100 dates=4 paragraphs=122 titles=4 urls=4 | The Omni Show | en-us
yakubin.atom | feed 12 authors=12 blocks=525 changes=6 dates=12 paragraphs=1233 titles=12 urls=12 | yakubin’s notes | 
)table";

}  // namespace dateline
