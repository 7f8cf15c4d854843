package io.github.carelet.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides a body into a summary and sections by its headings. Used once. */
final class Outline {

    private static final int SUMMARY = 400;
    private static final int LONGEST_BODY = 40_000;

    private final WordList words;
    private final boolean spanish;
    private final List<SectionDraft> sections = new ArrayList<>();
    private final Map<Integer, String> members = new LinkedHashMap<>();
    private final UniqueIds ids = new UniqueIds();
    private String summary = "";

    private Outline(WordList words, boolean spanish) {
        this.words = words;
        this.spanish = spanish;
    }

    /**
     * What came out.
     *
     * @param summary the first paragraph, if it is short enough to be one
     * @param sections the rest
     * @param members where each block went, by its index, as the rest of a JSON pointer
     */
    record Divided(String summary, List<SectionDraft> sections, Map<Integer, String> members) {}

    static Divided of(List<Block> body, WordList words, String language) {
        Outline outline = new Outline(words, language.equals("es"));
        outline.divide(body);
        return new Divided(outline.summary, List.copyOf(outline.sections), Map.copyOf(outline.members));
    }

    private void divide(List<Block> body) {
        List<Block> part = new ArrayList<>();
        int level = 7;
        for (Block block : body) {
            boolean starts = block.isHeading() && block.level() <= level;
            if (starts) {
                finish(part);
                part.clear();
                level = block.level();
            }
            part.add(block);
        }
        finish(part);
    }

    private void finish(List<Block> part) {
        if (part.isEmpty()) {
            return;
        }
        List<Block> texts = part;
        String heading = "";
        String member = "/sections/" + sections.size();
        if (part.get(0).isHeading()) {
            heading = part.get(0).text().replaceAll("\\s*:$", "");
            members.put(part.get(0).index(), member + "/heading");
            texts = part.subList(1, part.size());
        } else if (sections.isEmpty() && summary.isEmpty() && isSummary(part.get(0))) {
            summary = part.get(0).text();
            members.put(part.get(0).index(), "/summary");
            texts = part.subList(1, part.size());
            if (texts.isEmpty()) {
                return;
            }
        }
        bodies(heading, texts);
    }

    /** A text that is longer than a catalogue takes goes on in another section under the same heading. */
    private void bodies(String heading, List<Block> texts) {
        int from = 0;
        do {
            int length = 0;
            int to = from;
            while (to < texts.size()
                    && (to == from || length + texts.get(to).html().length() <= LONGEST_BODY)) {
                length += texts.get(to).html().length();
                to++;
            }
            String member = "/sections/" + sections.size() + "/body";
            texts.subList(from, to).forEach(each -> members.put(each.index(), member));
            section(heading, BodyHtml.of(texts.subList(from, to)));
            from = to;
        } while (from < texts.size());
    }

    private static boolean isSummary(Block block) {
        return block.kind() == Block.Kind.PARAGRAPH
                && block.text().length() <= SUMMARY
                && block.words() >= 5
                && !block.html().contains("<a ")
                && !block.text().endsWith(":");
    }

    private void section(String heading, String html) {
        String overview = spanish ? "Resumen" : "Overview";
        String shown = heading.isEmpty() ? overview : heading;
        String aspect = heading.isEmpty() ? "overview" : words.first("aspect.", heading);
        String id = ids.of(Words.slug(shown, "section"));
        sections.add(new SectionDraft(id, aspect.isEmpty() ? "other" : aspect, shown, html, List.of()));
    }
}
