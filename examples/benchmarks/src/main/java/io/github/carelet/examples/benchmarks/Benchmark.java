package io.github.carelet.examples.benchmarks;

import java.util.List;

/** One piece of work, done by all who can do it. */
interface Benchmark {

    /** Returns what it is called on the command line. */
    String name();

    /**
     * Compares the answers of all contenders, then measures them.
     *
     * @return the lines of the table
     * @throws Exception if somebody can't do the work, or answers otherwise than the others
     */
    List<Standing> run() throws Exception;
}
