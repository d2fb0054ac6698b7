"""NITF, NewsML 1.2 and NewsML-G2."""

from pathlib import Path

import pytest

from natoextract import Dispatch
from natoextract.intake import InputError
from natoextract.readers import read_dispatches

FIRST = "La France a déployé 550 soldats à Bamako, a annoncé samedi le ministre de la Défense."
SECOND = "Les soldats sont arrivés vendredi, selon une source militaire."

NITF = f"""<nitf><head><title>Mali</title><docdata><doc-id id-string="afp.1"/>
<date.issue norm="20130112T101500+0100"/></docdata></head><body><body.head>
<hedline><hl1>Mali : des renforts</hl1></hedline><distributor><org>AFP</org></distributor>
<dateline><location>PARIS</location>, <story.date norm="20130112">12 jan 2013</story.date> (AFP)</dateline>
</body.head><body.content><p>{FIRST}</p>
<media media-type="image"><media-caption>Une photo</media-caption></media>
<p>Les <em>soldats</em> sont
   arrivés vendredi, selon une source militaire.</p></body.content></body></nitf>"""

NEWSML = f"""<NewsML><NewsEnvelope><DateAndTime>20130112T120000Z</DateAndTime></NewsEnvelope><NewsItem>
<Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><NewsItemId>TX-1</NewsItemId>
<PublicIdentifier>urn:newsml:afp.com:20130112:TX-1:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20130111T230000Z</FirstCreated><ThisRevisionCreated>20130112T101500Z</ThisRevisionCreated>
</NewsManagement><NewsComponent><NewsLines><HeadLine>Mali : des renforts</HeadLine>
<DateLine>PARIS, 12 jan 2013 (AFP) -</DateLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="AFP"/></Provider></AdministrativeMetadata>
<ContentItem><DataContent><p>{FIRST}</p><p>{SECOND}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""

ITEM = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:afp.com:1" version="2">
<itemMeta><provider literal="AFP"><name>Agence France-Presse</name></provider>
<versionCreated>2013-01-12T10:15:00+01:00</versionCreated><firstCreated>2013-01-11T23:00:00Z</firstCreated></itemMeta>
<contentMeta><headline>Mali : des renforts</headline><dateline>PARIS, 12 jan 2013 (AFP)</dateline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title></head><body><p>{FIRST}</p><p>{SECOND}</p></body></html></inlineXML></contentSet></newsItem>"""
WITH_NITF = ITEM.split("<inlineXML")[0] + f"<inlineXML>{NITF}</inlineXML></contentSet></newsItem>"

PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\n'
DOCTYPE = '<!DOCTYPE nitf SYSTEM "http://www.example.org/nitf.dtd">'


def read(tmp_path: Path, data: str | bytes) -> list[Dispatch]:
    path = tmp_path / "a.xml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read_dispatches([path]))


@pytest.mark.parametrize(
    ("document", "id", "day"),
    [
        (NITF, "afp.1", "2013-01-12"),
        (NEWSML, "urn:newsml:afp.com:20130112:TX-1:1", "2013-01-12"),
        (ITEM, "urn:newsml:afp.com:1", "2013-01-12T10:15:00+01:00"),
        (WITH_NITF, "urn:newsml:afp.com:1", "2013-01-12T10:15:00+01:00"),
    ],
    ids=["NITF", "NewsML 1.2", "NewsML-G2", "NITF in G2"],
)
def test_headline_dateline_body_and_metadata(tmp_path: Path, document: str, id: str, day: str) -> None:
    (dispatch,) = read(tmp_path, PROLOG + document)
    assert dispatch.text == f"Mali : des renforts\nPARIS, 12 jan 2013 (AFP) - {FIRST}\n{SECOND}"
    assert (dispatch.id, dispatch.published, dispatch.origin) == (id, day, "metadata")
    assert dispatch.metadata["provider"] in ("AFP", "Agence France-Presse")


def test_a_message_of_several_items_and_one_without_text(tmp_path: Path) -> None:
    photo = '<newsItem guid="photo"><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>'
    message = f"<newsMessage><itemSet>{ITEM}{photo}{ITEM.replace('afp.com:1', 'afp.com:2')}</itemSet></newsMessage>"
    assert [d.id for d in read(tmp_path, message)] == ["urn:newsml:afp.com:1", "urn:newsml:afp.com:2"]


def test_a_dateline_that_the_body_has_is_not_doubled(tmp_path: Path) -> None:
    document = NEWSML.replace(f"<p>{FIRST}", f"<p>PARIS, 12 jan 2013 (AFP) - {FIRST}")
    (dispatch,) = read(tmp_path, document)
    assert dispatch.text.count("PARIS") == 1


def test_entities_of_html_and_older_encodings(tmp_path: Path) -> None:
    document = NITF.replace("déployé", "d&eacute;ploy&eacute;").replace("'", "&#8217;")
    head = '<?xml version="1.0" encoding="ISO-8859-1"?>' + DOCTYPE
    (dispatch,) = read(tmp_path, (head + document).encode("latin-1"))
    assert FIRST in dispatch.text


BILLION = '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (BILLION + NITF.replace("Mali", "&b;"), "it declares XML entities, which are not read"),
        (EXTERNAL + NITF.replace("Mali", "&a;"), "it declares XML entities, which are not read"),
        (NITF.replace("</nitf>", ""), "it is not well-formed XML"),
        (NITF.replace("Mali", "&inconnue;"), "it is not well-formed XML"),
        ("<rss><channel/></rss>", "its root element <rss> is neither NewsML nor NITF"),
        ("<nitf><body/></nitf>", "it has no article text"),
    ],
    ids=["doubling entities", "external entity", "torn", "unknown entity", "another dialect", "no text"],
)
def test_what_is_not_read(tmp_path: Path, document: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(tmp_path, document)
