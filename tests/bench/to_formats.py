#!/usr/bin/env python3
"""Article JSON lines to one file in each format that dateline-index reads, with the same articles.

usage: to_formats.py ARTICLES.jsonl FOLDER
"""
import csv
import email.message
import html
import io
import json
import pathlib
import sys
import tarfile
from email.utils import format_datetime
from datetime import datetime, timezone
from xml.sax.saxutils import escape, quoteattr


def day_of(article):
    return datetime.fromisoformat((article["published"] or "1970-01-01")[:10]).replace(tzinfo=timezone.utc)


def page_of(article):
    body = "".join(f"<p>{html.escape(p)}</p>\n" for p in article["paragraphs"])
    menu = "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(30))
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{html.escape(article["title"])} | Example Wire</title>\n'
        f'<meta property="og:title" content={quoteattr(article["title"])}>\n'
        f'<meta property="article:published_time" content="{day_of(article):%Y-%m-%d}"></head>\n'
        f'<body><nav><ul>{menu}</ul></nav><article><h1>{html.escape(article["title"])}</h1>\n{body}</article>\n'
        f'<footer><ul>{menu}</ul><p>Copyright</p></footer></body></html>\n'
    )


def nitf_of(article):
    body = "".join(f"<p>{escape(p)}</p>\n" for p in article["paragraphs"])
    return (
        f'<nitf><head><title>{escape(article["title"])}</title><docdata><doc-id id-string={quoteattr(article["id"])}/>'
        f'<date.issue norm="{day_of(article):%Y%m%dT%H%M%SZ}"/></docdata></head><body><body.head><hedline><hl1>'
        f'{escape(article["title"])}</hl1></hedline></body.head><body.content>{body}</body.content></body></nitf>\n'
    )


def g2_of(article):
    body = "".join(f"<p>{escape(p)}</p>" for p in article["paragraphs"])
    return (
        f'<newsItem guid={quoteattr("urn:x:" + article["id"])} version="1"><itemMeta><versionCreated>{day_of(article):%Y-%m-%dT%H:%M:%SZ}'
        f'</versionCreated></itemMeta><contentMeta><headline>{escape(article["title"])}</headline></contentMeta><contentSet>'
        f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
        f"</inlineXML></contentSet></newsItem>\n"
    )


def item_of(article):
    text = "".join(f"<p>{html.escape(p)}</p>" for p in article["paragraphs"])
    return (
        f'<item><title>{escape(article["title"])}</title><guid isPermaLink="false">{escape(article["id"])}</guid>'
        f"<pubDate>{format_datetime(day_of(article))}</pubDate><content:encoded>{escape(text)}</content:encoded></item>\n"
    )


def trec_of(article):
    body = "".join(f"<P>\n{p}\n</P>\n" for p in map(html.escape, article["paragraphs"]))
    return (
        f'<DOC>\n<DOCNO> {article["id"]} </DOCNO>\n<DATE>{day_of(article):%Y%m%d}</DATE>\n<HEADLINE>\n{html.escape(article["title"])}\n'
        f"</HEADLINE>\n<TEXT>\n{body}</TEXT>\n</DOC>\n"
    )


def warc_of(article):
    page = page_of(article).encode()
    payload = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        f'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{article["id"]}\r\n'
        f"WARC-Date: 2025-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def mail_of(article):
    message = email.message.EmailMessage()
    message["From"] = "Example Wire <wire@example.org>"
    message["Subject"] = article["title"].replace("\n", " ")
    message["Date"] = format_datetime(day_of(article))
    message["Message-ID"] = f'<{article["id"]}@example.org>'
    message.set_content("\n\n".join(article["paragraphs"]) + "\n")
    return b"From wire@example.org Thu Jan  1 00:00:00 1987\n" + message.as_bytes().replace(b"\nFrom ", b"\n>From ") + b"\n"


def text_of(article):
    return f'Title: {article["title"]}\nDate: {day_of(article):%Y-%m-%d}\n\n' + "\n\n".join(article["paragraphs"]) + "\n"


def write_tar(path, articles, name, content):
    with tarfile.open(path, "w") as archive:
        for number, article in enumerate(articles):
            data = content(article).encode()
            member = tarfile.TarInfo(f"{number}.{name}")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))


def write_csv(path, articles):
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "title", "published", "text"])
        for article in articles:
            rows.writerow([article["id"], article["title"], article["published"], "\n\n".join(article["paragraphs"])])


def write_wrapped(path, head, articles, content, tail):
    with open(path, "wb") as file:
        file.write(head.encode())
        for article in articles:
            piece = content(article)
            file.write(piece if isinstance(piece, bytes) else piece.encode())
        file.write(tail.encode())


def main():
    articles = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    articles = [article for article in articles if article.get("schema") == "dateline.article/1" and article["paragraphs"]]
    for number, article in enumerate(articles):
        article["id"] = str(number)
    folder = pathlib.Path(sys.argv[2])
    write_tar(folder / "text.tar", articles, "txt", text_of)
    write_tar(folder / "html.tar", articles, "html", page_of)
    write_csv(folder / "table.csv", articles)
    plain = lambda a: json.dumps({"id": a["id"], "title": a["title"], "date": a["published"], "text": "\n\n".join(a["paragraphs"])})
    write_wrapped(folder / "flat.jsonl", "", articles, lambda a: plain(a) + "\n", "")
    with open(folder / "array.json", "w", encoding="utf-8") as file:
        file.write("[" + ",\n".join(map(plain, articles)) + "]\n")
    rss = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wire</title>\n'
    write_wrapped(folder / "feed.rss", rss, articles, item_of, "</channel></rss>\n")
    write_wrapped(folder / "nitf.xml", "<batch>\n", articles, nitf_of, "</batch>\n")
    g2 = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>\n'
    write_wrapped(folder / "newsml-g2.xml", g2, articles, g2_of, "</itemSet></newsMessage>\n")
    write_wrapped(folder / "trec.sgml", "", articles, trec_of, "")
    write_wrapped(folder / "pages.warc", "", articles, warc_of, "")
    write_wrapped(folder / "letters.mbox", "", articles, mail_of, "")


main()
