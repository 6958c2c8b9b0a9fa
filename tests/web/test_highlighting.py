"""Spans to HTML: nothing lost, nothing unescaped, nothing crossed."""

from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.extraction.model import Span
from app.web.highlighting import Annotation, highlight

TEXT = 'He said: "A & B," then <b>"C".'


class Reader(HTMLParser):
    """Reads back the text, the anchors and the depth of nesting of each character."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.open, self.anchors, self.classes = "", [], [], []
        self.feed(str(markup))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.open.append((tag, attributes["class"].split()[0]))
        if "id" in attributes:
            self.anchors.append(attributes["id"])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        self.classes += [sorted(name for _, name in self.open)] * len(data)


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[Span], list[Annotation]]:
    text = draw(st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"]), max_size=60))
    offsets = st.integers(min_value=-3, max_value=len(text) + 3)
    pairs = draw(st.lists(st.tuples(offsets, offsets, st.sampled_from(["mark", "span"])), max_size=8))
    annotations = [Annotation(a, b, element, f"c{i}", f"a{i}") for i, (a, b, element) in enumerate(pairs)]
    cuts = sorted(draw(st.sets(st.integers(min_value=0, max_value=len(text)), max_size=4)) | {0, len(text)})
    return text, [Span(a, b) for a, b in pairwise(cuts)], annotations


@given(annotated())
def test_text_content_is_the_text_and_every_element_closes_where_it_should(
    case: tuple[str, list[Span], list[Annotation]],
) -> None:
    text, windows, annotations = case
    pieces = highlight(text, windows, annotations)
    assert len(pieces) == len(windows)
    for window, piece in zip(windows, pieces, strict=True):
        reader = Reader(piece)
        assert reader.text == text[window.start : window.end]
        assert reader.open == []
        for offset, classes in enumerate(reader.classes, window.start):
            assert classes == sorted(a.css_class for a in annotations if a.start <= offset < a.end)


@given(annotated())
def test_each_anchor_stands_once_at_most(case: tuple[str, list[Span], list[Annotation]]) -> None:
    anchors = [anchor for piece in highlight(*case) for anchor in Reader(piece).anchors]
    assert len(anchors) == len(set(anchors))


def test_the_first_piece_has_the_anchor_and_later_ones_continue() -> None:
    markup = highlight(
        TEXT, [Span(0, len(TEXT))], [Annotation(10, 15, "mark", "a"), Annotation(12, 20, "mark", "b", "q")]
    )
    assert markup == [
        'He said: &#34;<mark class="a">A <mark class="b" id="q">&amp; B</mark></mark>'
        '<mark class="b continues">,&#34; th</mark>en &lt;b&gt;&#34;C&#34;.'
    ]


def test_an_annotation_over_two_windows_is_marked_in_both() -> None:
    first, second = highlight("one\ntwo", [Span(0, 3), Span(4, 7)], [Annotation(1, 6, "span", "a", "x", quote="<")])
    assert first == 'o<span class="a" data-quote="&lt;" id="x">ne</span>'
    assert second == '<span class="a continues" data-quote="&lt;">tw</span>o'
