package io.github.carelet.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.carelet.importing.ReportBlock.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Writes a report as a page: each block of a source beside what it became in the draft, the unmapped ones marked. It needs
 * no script and loads nothing; every text is a text node, so that nothing of a page can act in it. Stateless.
 */
public final class ReportHtml {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 600;

    private ReportHtml() {}

    /**
     * Returns the page in UTF-8.
     *
     * @throws IllegalArgumentException if the draft of the result is no JSON
     */
    public static byte[] write(ImportResult result) {
        JsonNode draft = draft(result);
        Document page = Jsoup.parse("<!DOCTYPE html><html lang=\"en\"></html>");
        page.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        head(page.head());
        Element body = page.body();
        Element main = body.appendElement("main");
        main.appendElement("h1").text("Import report");
        summary(main, result);
        List<SourceReport> sources = result.report().sources();
        for (int i = 0; i < sources.size(); i++) {
            source(main, sources.get(i), draft, i + 1);
        }
        return page.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode draft(ImportResult result) {
        try {
            return JSON.readTree(result.draft());
        } catch (IOException e) {
            throw new IllegalArgumentException("the draft of " + result.draft().length + " bytes is no JSON", e);
        }
    }

    private static void head(Element head) {
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
        head.appendElement("title").text("Import report");
        head.appendElement("style").appendChild(new DataNode(String.join("\n", Lists.lines("report.css"))));
    }

    private static void summary(Element main, ImportResult result) {
        List<SourceReport> sources = result.report().sources();
        long unmapped =
                sources.stream().mapToLong(each -> each.count(Status.UNMAPPED)).sum();
        main.appendElement("p")
                .addClass("lead")
                .text(
                        !result.recognised()
                                ? "Nothing was recognised."
                                : unmapped == 0
                                        ? "Every block of the source is in the draft, or was left out for a reason that is given."
                                        : unmapped + (unmapped == 1 ? " block is" : " blocks are")
                                                + " not in the draft, and no rule says why. They are marked below.");
        if (!result.report().notes().isEmpty()) {
            main.appendElement("h2").text("Check in the draft");
            Element list = main.appendElement("ul");
            result.report().notes().forEach(note -> list.appendElement("li").text(note));
        }
    }

    private static void source(Element main, SourceReport source, JsonNode draft, int number) {
        Element section = main.appendElement("section");
        section.appendElement("h2").attr("id", "source-" + number).text(source.source());
        section.appendElement("p").addClass("counts").text(counts(source));
        Element table = section.appendElement("table");
        Element row = table.appendElement("thead").appendElement("tr");
        row.appendElement("th").attr("scope", "col").text("Source");
        row.appendElement("th").attr("scope", "col").text("Draft");
        Element rows = table.appendElement("tbody");
        List<ReportBlock> dropped = new ArrayList<>();
        for (ReportBlock each : source.blocks()) {
            if (each.status() == Status.DROPPED) {
                dropped.add(each);
                continue;
            }
            dropped(rows, dropped);
            row(rows, each, draft);
        }
        dropped(rows, dropped);
    }

    private static String counts(SourceReport source) {
        return String.format(
                Locale.ROOT,
                "%.1f %% covered: %d blocks mapped, %d unmapped, %d dropped.",
                source.coverage(),
                source.count(Status.MAPPED),
                source.count(Status.UNMAPPED),
                source.count(Status.DROPPED));
    }

    private static void row(Element rows, ReportBlock block, JsonNode draft) {
        Element row = rows.appendElement("tr").addClass(block.status().word());
        row.appendElement("td").attr("dir", "auto").text(shown(block.text()));
        Element cell = row.appendElement("td");
        Optional<String> to = block.to();
        if (to.isPresent()) {
            cell.appendElement("code").text(to.get());
            String value = value(draft, to.get());
            if (!value.equals(block.text())) {
                cell.appendElement("p").attr("dir", "auto").text(shown(value));
            }
        } else {
            cell.appendElement("strong").text("Unmapped");
        }
        if (!block.reason().isEmpty()) {
            cell.appendElement("p").addClass("reason").text(block.reason());
        }
    }

    /** What was dropped in a row is folded up. */
    private static void dropped(Element rows, List<ReportBlock> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        Element cell =
                rows.appendElement("tr").addClass("dropped").appendElement("td").attr("colspan", "2");
        Element details = cell.appendElement("details");
        details.appendElement("summary")
                .text("Dropped: " + blocks.size() + (blocks.size() == 1 ? " block" : " blocks"));
        Element list = details.appendElement("ul");
        for (ReportBlock each : blocks) {
            Element item = list.appendElement("li");
            item.appendElement("span").attr("dir", "auto").text(shown(each.text()));
            item.appendText(" ");
            item.appendElement("span").addClass("reason").text("(" + each.reason() + ")");
        }
        blocks.clear();
    }

    /** Returns what stands in the draft, as it would be read. */
    private static String value(JsonNode draft, String pointer) {
        JsonNode node = draft.at(pointer);
        JsonNode text = node.isObject() && node.size() == 1 ? node.elements().next() : node;
        if (text.isTextual()) {
            return pointer.endsWith("/body") ? Jsoup.parse(text.asText()).text() : text.asText();
        }
        List<String> parts = new ArrayList<>();
        collect(text, parts);
        return String.join(", ", parts);
    }

    private static void collect(JsonNode node, List<String> parts) {
        if (node.isValueNode()) {
            parts.add(node.asText());
        }
        node.properties().forEach(field -> {
            if (field.getValue().isArray()) {
                List<String> inner = new ArrayList<>();
                field.getValue().forEach(each -> inner.add(each.asText()));
                parts.add(field.getKey() + " " + String.join(" ", inner));
            } else {
                collect(field.getValue(), parts);
            }
        });
    }

    private static String shown(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
