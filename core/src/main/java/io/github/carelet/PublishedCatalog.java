package io.github.carelet;

import io.github.carelet.PublishProgress.Stage;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogProblem;
import io.github.carelet.catalog.CatalogReading;
import io.github.carelet.source.CatalogSource;
import io.github.carelet.source.ChangeCursor;
import io.github.carelet.source.ChangeLog;
import io.github.carelet.source.ChangePage;
import io.github.carelet.source.LastGood;
import io.github.carelet.source.LastGood.Kept;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue that is being served, and how it is replaced: whole, or not at all. A reading with errors changes only
 * the list of problems; the last good catalogue keeps serving, also after a restart if it was kept.
 */
final class PublishedCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedCatalog.class);
    private static final int LOGGED = 10;

    private final CatalogSource source;
    private final InstantSource clock;
    private final Consumer<Publication> listener;
    private final Consumer<PublishProgress> progress;
    private final Optional<LastGood> lastGood;
    private final List<Derived<?>> derived = new ArrayList<>();
    private final Optional<Kept> kept;
    private Optional<Catalog> before;
    private UnaryOperator<Publication> overlay = UnaryOperator.identity();
    private volatile Publication base;
    private volatile Live live;
    private String mark;
    private Optional<CatalogReading> unkept;
    private List<CatalogProblem> logged = List.of();

    /**
     * Reads the source, or else what was kept.
     *
     * @throws InvalidCatalogException if neither is a catalogue
     */
    PublishedCatalog(
            CatalogSource source,
            InstantSource clock,
            Optional<LastGood> lastGood,
            Consumer<Publication> listener,
            Consumer<PublishProgress> progress) {
        this.source = source;
        this.clock = clock;
        this.lastGood = lastGood;
        this.listener = listener;
        this.progress = progress;
        this.mark = source.mark();
        CatalogReading reading = readSource();
        this.kept = kept();
        this.before = reading.catalog().flatMap(catalog -> before(catalog, reading.files()));
        this.live = reading.catalog()
                .map(catalog -> started(publication(before, catalog, reading)))
                .orElseGet(() -> resumed(kept, reading.problems()));
        this.base = live.publication();
        this.before = before.or(() -> kept.map(any -> base.catalog()));
        this.unkept = reading.catalog().isPresent() ? Optional.of(reading) : Optional.empty();
    }

    /** Keeps what has been read, now that all else is open. */
    synchronized void open() {
        unkept.ifPresent(this::keep);
        unkept = Optional.empty();
        before = Optional.empty();
    }

    /**
     * Puts something over each catalogue from now on, before it is served; to be called before {@link #open}.
     *
     * @param newOverlay returns the same publication, or another one with another version
     */
    synchronized void overlay(UnaryOperator<Publication> newOverlay) {
        overlay = newOverlay;
        Publication over = overlay.apply(base);
        if (!over.version().equals(current().version())) {
            live = started(over);
        }
    }

    /** Serves what the overlay says now, if that is something else. */
    synchronized void overlayChanged() {
        Publication next = overlay.apply(base);
        if (!next.version().equals(current().version())) {
            serve(next);
            listener.accept(next);
        }
    }

    /** What is being served, and what had changed until then. */
    private record Live(Publication publication, ChangeLog changes) {}

    Publication current() {
        return live.publication();
    }

    /** Returns the version of what was read, whatever has been put over it since; at once, whatever is being read. */
    String readVersion() {
        return base.version();
    }

    /** Returns what has changed after a cursor, as of now. */
    ChangePage changes(Optional<ChangeCursor> since, int limit) {
        Live now = live;
        Publication publication = now.publication();
        return now.changes().after(since, limit, publication.catalog(), publication.loadedAt(), clock.instant());
    }

    /** Makes this of the catalogue that is being served, and of each one from now on before that is served. */
    synchronized void add(Derived<?> more) {
        more.prepare(current());
        derived.add(more);
    }

    /** Reads the source again, whether or not it seems to have changed. */
    synchronized Publication reload() {
        String before = source.mark();
        CatalogReading reading = readSource();
        base = reading.catalog()
                .map(catalog -> publication(Optional.of(base.catalog()), catalog, reading))
                .orElseGet(() -> refuse(reading.problems()));
        Publication next = overlay.apply(base);
        serve(next);
        mark = before;
        keep(reading);
        listener.accept(next);
        return next;
    }

    private void serve(Publication next) {
        derive(next);
        ChangeLog changes = live.changes().plus(current().catalog(), next.catalog(), next.version(), clock.instant());
        live = new Live(next, changes);
        progress.accept(new PublishProgress(Stage.SERVING, 1, 1));
    }

    /** Reads the source again if its mark has changed. */
    synchronized void reloadIfChanged() {
        if (!source.mark().equals(mark)) {
            reload();
        }
    }

    private CatalogReading readSource() {
        progress.accept(new PublishProgress(Stage.READING, 0, 1));
        CatalogReading reading = source.read();
        progress.accept(new PublishProgress(Stage.READING, 1, 1));
        return reading;
    }

    private void derive(Publication next) {
        for (int i = 0; i < derived.size(); i++) {
            derived.get(i).prepare(next);
            progress.accept(new PublishProgress(Stage.DERIVING, i + 1, derived.size()));
        }
    }

    private Publication publication(Optional<Catalog> before, Catalog catalog, CatalogReading reading) {
        logged = List.of();
        List<CatalogProblem> problems = new ArrayList<>(reading.problems());
        before.ifPresent(each -> problems.addAll(ChangedConsents.between(each, catalog, reading.files())));
        return new Publication(catalog, reading.version(), clock.instant(), problems);
    }

    /** Returns the catalogue that the last process read; most often it is this one. */
    private Optional<Catalog> before(Catalog now, List<CatalogFile> files) {
        return kept.flatMap(each -> each.files().equals(files)
                ? Optional.of(now)
                : source.read(each.files()).catalog());
    }

    private Publication refuse(List<CatalogProblem> problems) {
        log(problems, current().loadedAt());
        return base.withProblems(problems);
    }

    /** Goes on with the changes where the last process ended, if what it served is still known. */
    private Live started(Publication publication) {
        Catalog catalog = publication.catalog();
        if (kept.isPresent() && kept.get().changes().version().equals(publication.version())) {
            return new Live(publication, kept.get().changes());
        }
        ChangeLog changes = kept.flatMap(each -> before.map(
                        last -> each.changes().plus(last, catalog, publication.version(), publication.loadedAt())))
                .orElseGet(() -> ChangeLog.startingWith(catalog, publication.version(), publication.loadedAt()));
        return new Live(publication, changes);
    }

    /** Returns the catalogue that was good before the last end of the process. */
    private Live resumed(Optional<Kept> from, List<CatalogProblem> problems) {
        Kept kept = from.orElseThrow(() -> new InvalidCatalogException(problems));
        CatalogReading reading = source.read(kept.files());
        Catalog catalog = reading.catalog().orElseThrow(() -> new InvalidCatalogException(problems));
        log(problems, kept.at());
        return new Live(new Publication(catalog, reading.version(), kept.at(), problems), kept.changes());
    }

    private Optional<Kept> kept() {
        if (lastGood.isEmpty()) {
            return Optional.empty();
        }
        try {
            return lastGood.get().read();
        } catch (IOException e) {
            LOG.warn("The last good catalogue can't be read", e);
            return Optional.empty();
        }
    }

    /** Not being able to keep a catalogue is no reason not to serve it. */
    private void keep(CatalogReading reading) {
        if (lastGood.isEmpty() || reading.catalog().isEmpty()) {
            return;
        }
        try {
            lastGood.get().keep(reading.files(), live.changes());
            progress.accept(new PublishProgress(Stage.KEEPING, 1, 1));
        } catch (IOException e) {
            LOG.warn("The catalogue {} can't be kept for a start without its source", reading.version(), e);
        }
    }

    /** Once for each distinct failure, however often it is met with. */
    private void log(List<CatalogProblem> problems, Instant since) {
        if (problems.equals(logged)) {
            return;
        }
        logged = problems;
        List<CatalogProblem> errors = problems.stream()
                .filter(each -> each.severity() == CatalogProblem.Severity.ERROR)
                .toList();
        String first =
                errors.stream().limit(LOGGED).map(CatalogProblem::toString).collect(Collectors.joining("\n"));
        LOG.warn(
                "The newest catalogue is refused, that of {} keeps serving; {} errors:\n{}",
                since,
                errors.size(),
                first);
    }
}
