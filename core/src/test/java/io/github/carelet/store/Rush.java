package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.booking.Allowance;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingSamples;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.Reservation;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.delivery.Attempt;
import io.github.carelet.delivery.Outbox.Claim;
import io.github.carelet.privacy.KeyRing;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A process in which many threads want the same times, one after the other, until it is done or killed. It prints a line
 * for each answer that it got, {@code acknowledged ID SLOT .} or {@code refused ID SLOT .}, and delivers messages beside.
 */
final class Rush {

    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private static final int WARM = 20;

    private final RushOrder order;
    private final KillPoint.Trigger trigger;

    private Rush(RushOrder order) {
        this.order = order;
        this.trigger = new KillPoint.Trigger(order.point(), order.after());
    }

    public static void main(String[] arguments) throws InterruptedException {
        new Rush(RushOrder.parse(arguments)).run();
    }

    private void run() throws InterruptedException {
        KeyRing keys = KeyRing.loadOrCreate(Path.of(order.keyFile()));
        boolean embedded = !order.place().startsWith("jdbc:");
        try (HikariDataSource pool = embedded ? new HikariDataSource() : PostgresServer.pool(order.place());
                SqlStorage storage = embedded
                        ? SqlStorage.open(Path.of(order.place()), keys)
                        : SqlStorage.open(KillPoint.on(pool, trigger), keys)) {
            if (embedded) {
                KillPoint.on(storage, trigger);
            }
            rush(storage);
        }
        OUT.println("done");
    }

    private void rush(SqlStorage storage) throws InterruptedException {
        Thread delivery = new Thread(() -> deliver(storage));
        delivery.setDaemon(true);
        delivery.start();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < order.threads(); i++) {
            String name = order.name() + "-" + i + "-";
            ExecutorService behind = Executors.newSingleThreadExecutor();
            Executor executor = order.point() == KillPoint.ACKNOWLEDGE_EARLY ? behind : Runnable::run;
            threads.add(new Thread(() -> {
                for (int slot = order.first(); slot < order.first() + order.slots(); slot++) {
                    want(storage, name + slot, slot, executor);
                }
                behind.shutdown();
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void want(SqlStorage storage, String id, int slot, Executor executor) {
        if (order.point() == KillPoint.ACKNOWLEDGE_EARLY) {
            // The control: but for a few at the start, it has answered before the store has.
            boolean warm = slot - order.first() < WARM;
            (warm ? (Executor) Runnable::run : executor)
                    .execute(() -> storage.bookings()
                            .tryReserve(
                                    BookingSamples.sparse(id),
                                    BookingSamples.key(id),
                                    List.of(BookingSamples.message(id, id))));
            OUT.println("acknowledged " + id + " " + slot + " .");
            return;
        }
        Booking booking = BookingSamples.at(BookingSamples.sparse(id), BookingStatus.CONFIRMED, 1, order.seat(slot));
        Allowance allowance = new Allowance(order.capacity(), OptionalInt.empty());
        trigger.reached(KillPoint.BEFORE_INSERT);
        boolean won = wins(storage, booking, allowance);
        if (won) {
            trigger.reached(KillPoint.AFTER_COMMIT);
            trigger.reached(KillPoint.BEFORE_ANSWER);
            trigger.count();
        }
        OUT.println((won ? "acknowledged " : "refused ") + id + " " + slot + " .");
    }

    /** Who gets no connection for long is not served: also an answer. */
    private static boolean wins(SqlStorage storage, Booking booking, Allowance allowance) {
        String id = booking.id();
        try {
            return storage.bookings()
                            .tryReserve(
                                    booking, BookingSamples.key(id), allowance, List.of(BookingSamples.message(id, id)))
                    instanceof Reservation.Won;
        } catch (StoreUnavailableException e) {
            System.err.println(id + " is not served: " + e.getMessage());
            return false;
        }
    }

    private static void deliver(SqlStorage storage) {
        try {
            while (!Thread.interrupted()) {
                for (Claim claim : storage.outbox().claim(BookingSamples.NOW, Duration.ofSeconds(30), 5)) {
                    Attempt attempt =
                            new Attempt(BookingSamples.NOW, "rush", Attempt.Outcome.DELIVERED, "204", Optional.empty());
                    storage.outbox().finish(claim, attempt);
                }
                Thread.sleep(5);
            }
        } catch (StoreUnavailableException | InterruptedException e) {
            OUT.println("delivery ended");
        }
    }
}
