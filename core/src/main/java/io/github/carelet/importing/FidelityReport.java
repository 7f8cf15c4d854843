package io.github.carelet.importing;

import java.util.List;

/**
 * What became of every block of every source. Nothing is lost in silence: a block is in the draft, dropped for a reason, or
 * listed as unmapped.
 *
 * @param sources one report each, in the order of the sources
 * @param notes what a person has to look at in the draft, such as a value that no source gave
 */
public record FidelityReport(List<SourceReport> sources, List<String> notes) {

    /** Copies the lists. */
    public FidelityReport {
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }
}
