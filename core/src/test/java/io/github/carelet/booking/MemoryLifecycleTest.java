package io.github.carelet.booking;

final class MemoryLifecycleTest extends LifecycleContract {

    private final MemoryBookingStore store = new MemoryBookingStore();

    @Override
    protected BookingStore store() {
        return store;
    }

    @Override
    protected int steps() {
        return 6_000;
    }
}
