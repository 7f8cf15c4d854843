package io.github.carelet.mail;

import io.github.carelet.language.Direction;
import io.github.carelet.language.Messages.Sentence;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A letter as an HTML document: no image, no script, nothing that is fetched. Every text is a text node, so none is markup. */
final class LetterPage {

    private static final String PAGE =
            "font-family:system-ui,sans-serif;line-height:1.5;margin:0 auto;max-width:36em;padding:1em";
    private static final String QUIET = "color:#555;font-size:0.9em";
    private static final String LABEL = "padding:0.2em 1.5em 0.2em 0;text-align:start;vertical-align:top";
    private static final String VALUE = "padding:0.2em 0;vertical-align:top";

    private final Document document = Document.createShell("");
    private final Element body = document.body();

    private LetterPage() {}

    /**
     * Returns the document.
     *
     * @param language the BCP 47 tag of its language
     * @param direction {@code ltr} or {@code rtl}
     */
    static String of(Letter letter, String language, String direction) {
        LetterPage page = new LetterPage();
        page.head(letter, language, direction);
        page.content(letter);
        page.notes(letter.notes(), language);
        page.document.outputSettings().prettyPrint(false);
        return "<!doctype html>" + page.document.outerHtml();
    }

    private void head(Letter letter, String language, String direction) {
        document.select("html").attr("lang", language).attr("dir", direction);
        document.head().appendElement("meta").attr("charset", "utf-8");
        document.head().appendElement("title").text(letter.heading());
        document.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
    }

    private void content(Letter letter) {
        body.attr("style", PAGE);
        body.appendElement("p").attr("style", QUIET).text(letter.clinic());
        body.appendElement("h1").attr("style", "font-size:1.4em").text(letter.heading());
        letter.paragraphs().forEach(each -> body.appendElement("p").text(each));
        facts(letter.facts());
        letter.action()
                .ifPresent(link -> body.appendElement("p")
                        .appendElement("a")
                        .attr("href", link.address())
                        .text(link.label()));
    }

    private void notes(List<Sentence> notes, String language) {
        for (Sentence note : notes) {
            Element line = body.appendElement("p").attr("style", QUIET).text(note.text());
            if (!note.language().equals(language)) {
                line.attr("lang", note.language()).attr("dir", Direction.of(note.language()));
            }
        }
    }

    private void facts(List<Letter.Fact> facts) {
        Element table = body.appendElement("table").attr("style", "border-collapse:collapse");
        for (Letter.Fact fact : facts) {
            Element row = table.appendElement("tr");
            row.appendElement("th").attr("scope", "row").attr("style", LABEL).text(fact.label());
            Element cell = row.appendElement("td").attr("style", VALUE);
            fact.lines().forEach(line -> line(cell, fact, line));
        }
    }

    private static void line(Element cell, Letter.Fact fact, String line) {
        if (cell.childNodeSize() > 0) {
            cell.appendElement("br");
        }
        fact.address()
                .ifPresentOrElse(
                        address -> cell.appendElement("a").attr("href", address).text(line),
                        () -> cell.appendText(line));
    }
}
