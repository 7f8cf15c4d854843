package io.github.carelet.importing;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns web pages and plain text into a draft catalogue that {@code CatalogReader} takes, and says what became of each block
 * of them. Several sources make one draft: places, conditions and treatments that more than one tells of stand in it once.
 *
 * <p>Each source is passed over twice. The first pass finds facts anywhere: JSON-LD, microdata, numbers, postal addresses,
 * hours, and what asks for an appointment. The second finds the text and divides it by its headings. Nothing is fetched, run
 * or guessed in silence; bad input is never an exception. Immutable and safe for use by several threads.
 *
 * <pre>{@code
 * ImportResult result = Importer.standard().run(List.of(ImportSource.of("page.html", bytes)));
 * Files.write(Path.of("clinic.json"), result.draft());
 * }</pre>
 */
public final class Importer {

    private final PageImport pages;
    private final Knowledge knowledge;

    private Importer(ImportLimits limits) {
        this.knowledge = Knowledge.standard();
        this.pages = new PageImport(limits, knowledge);
    }

    /** Returns an importer with the limits of {@link ImportLimits#DEFAULT}. */
    public static Importer standard() {
        return new Importer(ImportLimits.DEFAULT);
    }

    /** Returns an importer with other limits. */
    public static Importer withLimits(ImportLimits limits) {
        return new Importer(limits);
    }

    /** Imports sources that are in memory already, in their order. */
    public ImportResult run(List<ImportSource> sources) {
        List<String> names = sources.stream().map(ImportSource::name).toList();
        List<ImportSource> waiting = new ArrayList<>(sources);
        return run(names, name -> waiting.remove(0), ImportListener.none());
    }

    /**
     * Imports sources one after the other, so that only one of them has to be in memory.
     *
     * @param names what to import
     * @param reader gets the source of each name, in this order
     * @param listener hears of each that is done
     */
    public ImportResult run(List<String> names, SourceReader reader, ImportListener listener) {
        List<PageDraft> drafts = new ArrayList<>();
        for (String name : names) {
            PageDraft draft = pages.read(reader.read(name), "page-" + drafts.size());
            drafts.add(draft);
            listener.imported(drafts.size(), names.size(), name, draft.problem());
        }
        return new DraftAssembly(drafts, knowledge.states()).assemble();
    }
}
