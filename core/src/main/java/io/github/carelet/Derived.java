package io.github.carelet;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that is made out of a catalogue and replaced together with it, such as an index:
 *
 * <pre>{@code
 * Derived<Index> index = Derived.of(carelet, publication -> Index.of(publication.catalog()));
 * index.get().find("back pain");
 * }</pre>
 *
 * <p>It is made once for each version, when the catalogue is published and before that is served, so that nobody who asks has
 * to wait for it. If it can't be made, the new catalogue is not published. Lives as long as the {@link Carelet}; keep one, not
 * one for each request. Safe for use by many threads.
 *
 * @param <T> what is made; immutable or safe for use by many threads
 */
public final class Derived<T> implements Supplier<T> {

    private final Supplier<Publication> current;
    private final BiFunction<Publication, Optional<T>, T> making;
    private volatile Optional<Held<T>> held = Optional.empty();
    private Optional<Held<T>> ahead = Optional.empty();

    private Derived(Supplier<Publication> current, BiFunction<Publication, Optional<T>, T> making) {
        this.current = current;
        this.making = making;
    }

    /** Returns what the function makes of each catalogue. It is made for the present one before this returns. */
    public static <T> Derived<T> of(Carelet carelet, Function<Publication, T> making) {
        return successive(carelet, (publication, before) -> making.apply(publication));
    }

    /** Returns what the function makes of each catalogue and of what it made before, which is empty at first. */
    public static <T> Derived<T> successive(Carelet carelet, BiFunction<Publication, Optional<T>, T> making) {
        Derived<T> derived = new Derived<>(carelet::publication, making);
        carelet.add(derived);
        return derived;
    }

    private record Held<T>(String version, T value) {}

    /** Returns what belongs to the catalogue that is being served now. */
    @Override
    public T get() {
        Publication now = current.get();
        Optional<Held<T>> known = held;
        return known.isPresent() && isOf(known.get(), now)
                ? known.get().value()
                : renew(now).value();
    }

    /** Makes what belongs to a catalogue that will be served next. */
    synchronized void prepare(Publication next) {
        ahead = Optional.of(known(next).orElseGet(() -> make(next)));
    }

    private synchronized Held<T> renew(Publication now) {
        Held<T> renewed = known(now).orElseGet(() -> make(now));
        held = Optional.of(renewed);
        return renewed;
    }

    private Optional<Held<T>> known(Publication publication) {
        return held.filter(each -> isOf(each, publication)).or(() -> ahead.filter(each -> isOf(each, publication)));
    }

    private Held<T> make(Publication publication) {
        return new Held<>(publication.version(), making.apply(publication, ahead.map(Held::value)));
    }

    private static boolean isOf(Held<?> held, Publication publication) {
        return held.version().equals(publication.version());
    }
}
