package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.carelet.booking.BookingSamples;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.privacy.KeyRing;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A process that books until it is killed, and prints each id once it is acknowledged. Arguments: folder, key file, prefix of
 * the ids, and {@code after} or {@code before}. The latter is the control: it acknowledges before the store has answered.
 */
final class CrashWriter {

    private static final int THREADS = 4;
    /** So many each are acknowledged after the store has answered, in the control as well. */
    private static final int WARM = 20;

    private static final int MOST_EACH = 20_000;

    private CrashWriter() {}

    public static void main(String[] arguments) {
        SqlStorage storage = SqlStorage.open(Path.of(arguments[0]), KeyRing.loadOrCreate(Path.of(arguments[1])));
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        boolean early = arguments[3].equals("before");
        for (int i = 0; i < THREADS; i++) {
            String prefix = arguments[2] + "-" + i + "-";
            ExecutorService behind = Executors.newSingleThreadExecutor();
            new Thread(() -> book(storage, prefix, out, early ? behind : Runnable::run)).start();
        }
    }

    private static void book(SqlStorage storage, String prefix, PrintStream out, Executor executor) {
        Executor direct = Runnable::run;
        for (int k = 0; k < MOST_EACH; k++) {
            String id = prefix + k;
            (k < WARM ? direct : executor)
                    .execute(() -> storage.bookings()
                            .tryReserve(
                                    BookingSamples.booking(id, BookingStatus.REQUESTED),
                                    BookingSamples.key(id),
                                    List.of(BookingSamples.message(id, id))));
            out.println("acknowledged " + id + " .");
        }
    }
}
