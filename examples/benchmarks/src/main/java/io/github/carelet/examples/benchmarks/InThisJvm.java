package io.github.carelet.examples.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** Work done by the calling thread, and measured there. */
final class InThisJvm implements Contender {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String name;
    private final Supplier<?> work;
    private int swallowed;

    InThisJvm(String name, Supplier<?> work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Cost run(int times) {
        long thread = Thread.currentThread().getId();
        long allocated = THREADS.getThreadAllocatedBytes(thread);
        long cpu = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            // Looked at, so that the compiler can't leave the work out.
            swallowed += System.identityHashCode(work.get()) & 1;
        }
        long cpuUsed = THREADS.getCurrentThreadCpuTime() - cpu;
        return new Cost(cpuUsed, THREADS.getThreadAllocatedBytes(thread) - allocated, times);
    }

    /** Returns a number that depends on all the work that was done. */
    int swallowed() {
        return swallowed;
    }
}
