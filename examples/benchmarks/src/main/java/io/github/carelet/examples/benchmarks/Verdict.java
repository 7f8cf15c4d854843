package io.github.carelet.examples.benchmarks;

import java.util.Comparator;
import java.util.stream.Stream;

/** What a measured ratio says about the most that it may be; the better ones come first. */
enum Verdict {
    /** It is met. */
    MET("met", 0),
    /** The rounds differ too much to say. */
    NOISY("NOISY", 2),
    /** The control meets it too: whatever was measured, it could not be missed. */
    BLIND("BLIND", 1),
    /** It is missed. */
    MISSED("missed", 1);

    private static final double WIDEST = 0.6;

    private final String word;
    private final int exitCode;

    Verdict(String word, int exitCode) {
        this.word = word;
        this.exitCode = exitCode;
    }

    /** Judges a ratio that shall be at most so much. What every round agrees on holds, however far they are apart otherwise. */
    static Verdict of(Spread ratio, double most) {
        if (ratio.min() > most) {
            return MISSED;
        }
        if (ratio.max() <= most) {
            return MET;
        }
        if (ratio.width() > WIDEST) {
            return NOISY;
        }
        return ratio.median() <= most ? MET : MISSED;
    }

    /** Returns the worst; of none, the best there is. */
    static Verdict worst(Stream<Verdict> verdicts) {
        return verdicts.max(Comparator.naturalOrder()).orElse(MET);
    }

    /** Returns it as it stands in the table. */
    String word() {
        return word;
    }

    /** Returns how a run ends of which it is the worst verdict. */
    int exitCode() {
        return exitCode;
    }
}
