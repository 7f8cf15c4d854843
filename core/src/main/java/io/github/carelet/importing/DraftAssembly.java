package io.github.carelet.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts what all sources gave together to one draft, and says where everything is in it. Used once. */
final class DraftAssembly {

    private final List<PageDraft> pages;
    private final States states;
    private final Merged merged;
    private final Numbers numbers;

    DraftAssembly(List<PageDraft> pages, States states) {
        this.pages = List.copyOf(pages);
        this.states = states;
        this.merged = new Merged(pages);
        this.numbers = Numbers.of(pages, merged.places());
    }

    ImportResult assemble() {
        List<Map<Integer, Target>> contacts = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            contacts.add(contacts(pages.get(i), "page-" + i));
        }
        ClinicDraft clinic = ClinicDraft.of(pages, merged, numbers, states);
        DraftWriter writer = new DraftWriter(merged, clinic, states);
        byte[] draft = writer.write();
        List<SourceReport> reports = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            BlockStatuses statuses = new BlockStatuses(
                    pages.get(i), contacts.get(i), numbers, target -> writer.pointer(merged.canonical(target)));
            reports.add(statuses.report(clinic.name()));
        }
        boolean recognised = pages.stream().anyMatch(PageDraft::recognised);
        return new ImportResult(draft, new FidelityReport(reports, clinic.notes()), recognised);
    }

    /** Adds the numbers that have no member to the text of their page; returns which blocks that moved there. */
    private Map<Integer, Target> contacts(PageDraft page, String key) {
        ContactSection section = ContactSection.of(page, numbers);
        Map<Integer, Target> targets = new HashMap<>();
        if (!section.isEmpty()) {
            ItemDraft article = section.appended(merged.article(key), key, page);
            merged.put(article, page.language());
            String member = "/sections/" + (article.sections().size() - 1) + "/body";
            section.blocks().forEach(block -> targets.put(block, article.target(member)));
        }
        return targets;
    }
}
