package io.github.carelet.importing;

import io.github.carelet.catalog.PhoneNumber;
import io.github.carelet.catalog.RichTextCleaner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Entities;

/** The numbers of a page for which a catalogue has no member of their own, such as that of billing: a section of its text. */
final class ContactSection {

    private static final int LONGEST = 160;
    private static final int MOST = 100;

    private final Map<String, String> bullets = new LinkedHashMap<>();
    private final List<Integer> blocks = new ArrayList<>();

    /** Collects what of a page stands nowhere else: neither in its text nor in a member. */
    static ContactSection of(PageDraft page, Numbers numbers) {
        ContactSection section = new ContactSection();
        for (Facts.Loose each : page.facts().loose()) {
            boolean elsewhere = numbers.owners().containsKey(each.number())
                    || page.targets().containsKey(each.block());
            if (!elsewhere) {
                section.add(page, each);
            }
        }
        return section;
    }

    private void add(PageDraft page, Facts.Loose loose) {
        if (bullets.size() >= MOST && !bullets.containsKey(loose.number())) {
            return; // the report lists the rest as unmapped
        }
        String text = loose.block() < 0 ? "" : page.blocks().get(loose.block()).text();
        if (loose.block() >= 0) {
            blocks.add(loose.block());
        }
        String shown = new PhoneNumber(loose.number()).display();
        String label = text.length() > LONGEST ? "" : Entities.escape(text) + (text.isEmpty() ? "" : ": ");
        bullets.putIfAbsent(
                loose.number(),
                "<li>" + label
                        + (loose.fax() ? "fax " + shown : "<a href=\"tel:" + loose.number() + "\">" + shown + "</a>")
                        + "</li>");
    }

    boolean isEmpty() {
        return bullets.isEmpty();
    }

    /** Returns which blocks of the page are in the section. */
    List<Integer> blocks() {
        return List.copyOf(blocks);
    }

    /** Returns the page's text with the section at its end; a page without a text gets one. */
    ItemDraft appended(Optional<ItemDraft> article, String key, PageDraft page) {
        boolean spanish = page.language().equals("es");
        String heading = spanish ? "Más números de teléfono" : "More phone numbers";
        String html = RichTextCleaner.clean("<ul>" + String.join("", bullets.values()) + "</ul>")
                .html();
        ItemDraft base =
                article.orElseGet(() -> ItemDraft.named("articles", key, spanish ? "Contacto" : "Contact", Map.of()));
        List<SectionDraft> sections = new ArrayList<>(base.sections());
        sections.add(new SectionDraft(id(base), "other", heading, html, List.of()));
        return base.with(sections);
    }

    private static String id(ItemDraft article) {
        long before = article.sections().stream()
                .filter(each -> each.id().startsWith("more-phone-numbers"))
                .count();
        return before == 0 ? "more-phone-numbers" : "more-phone-numbers-of-page-" + (before + 1);
    }
}
