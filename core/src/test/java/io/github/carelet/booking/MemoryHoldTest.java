package io.github.carelet.booking;

/** The store that other tests use keeps offers as the real ones do. */
final class MemoryHoldTest extends HoldContract {

    private final MemoryBookingStore store = new MemoryBookingStore();

    @Override
    protected BookingStore store() {
        return store;
    }
}
