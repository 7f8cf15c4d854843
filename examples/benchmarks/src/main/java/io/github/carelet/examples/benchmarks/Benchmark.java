package io.github.carelet.examples.benchmarks;

import java.util.List;

/** Some pieces of work, each done by all who can do it. */
interface Benchmark {

    /** Returns what it is called on the command line. */
    String name();

    /**
     * Compares the answers of all contenders, then measures them.
     *
     * @param effort how often
     * @return the rows of the table
     * @throws Exception if somebody can't do the work, or answers otherwise than the others
     */
    List<Row> run(Effort effort) throws Exception;
}
