package io.github.carelet.importing;

/**
 * What an import gave.
 *
 * @param draft a catalogue file in UTF-8, which {@code CatalogReader} takes; not copied
 * @param report what became of the sources
 * @param recognised whether anything was recognised; if not, the draft holds nothing but what had to be assumed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ImportResult(byte[] draft, FidelityReport report, boolean recognised) {

    @Override
    public String toString() {
        return (recognised ? "" : "nothing recognised, ") + draft.length + " bytes, sources: "
                + report.sources().size();
    }
}
