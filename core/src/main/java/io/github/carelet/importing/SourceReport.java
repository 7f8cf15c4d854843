package io.github.carelet.importing;

import io.github.carelet.importing.ReportBlock.Status;
import java.util.List;

/**
 * What became of a source.
 *
 * @param source its name
 * @param blocks every block of text in it, in its order
 */
public record SourceReport(String source, List<ReportBlock> blocks) {

    /** Copies the list. */
    public SourceReport {
        blocks = List.copyOf(blocks);
    }

    /**
     * Returns how much of what was not dropped for a reason is in the draft, in percent of words, to one decimal; 0 if there is
     * nothing.
     */
    public double coverage() {
        long mapped = words(Status.MAPPED);
        long all = mapped + words(Status.UNMAPPED);
        return all == 0 ? 0 : Math.round(1_000.0 * mapped / all) / 10.0;
    }

    /** Returns how many blocks have a status. */
    public long count(Status status) {
        return blocks.stream().filter(each -> each.status() == status).count();
    }

    private long words(Status status) {
        return blocks.stream()
                .filter(each -> each.status() == status)
                .mapToLong(ReportBlock::words)
                .sum();
    }
}
