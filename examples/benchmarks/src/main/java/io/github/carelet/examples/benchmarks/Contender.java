package io.github.carelet.examples.benchmarks;

/** One way to do the work. */
interface Contender {

    /** Returns what it is called in the table. */
    String name();

    /**
     * Does the work so often.
     *
     * @return what that cost
     * @throws Exception if it can't be done; then there is nothing to compare
     */
    Cost run(int times) throws Exception;
}
