package io.github.carelet.examples.benchmarks;

/** What a measured ratio says about its gate. */
enum Verdict {
    /** The gate is met. */
    PASS,
    /** The gate is missed. */
    FAIL,
    /** The rounds differ too much to say. */
    NOISY;

    private static final double WIDEST = 0.6;

    /** Judges a ratio that shall be at most {@code gate}. What every round agrees on holds, however
     * far they are apart otherwise. */
    static Verdict of(Spread ratio, double gate) {
        if (ratio.min() > gate) {
            return FAIL;
        }
        if (ratio.max() <= gate) {
            return PASS;
        }
        if (ratio.width() > WIDEST) {
            return NOISY;
        }
        return ratio.median() <= gate ? PASS : FAIL;
    }
}
