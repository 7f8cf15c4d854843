package io.github.carelet.servlet.feed;

import io.github.carelet.Carelet;
import io.github.carelet.Derived;
import io.github.carelet.Publication;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogWriter;
import io.github.carelet.catalog.Item;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.PreparedReply;
import io.github.carelet.servlet.http.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code GET /api/catalog}: the published catalogue, as far as it is public, in the form of a catalogue file. Written when it
 * is first asked for, and again after a publication or when something in it is withdrawn.
 */
public final class CatalogHandler implements Handler {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/json",
            "Cache-Control", "public, max-age=60, stale-if-error=86400",
            "Access-Control-Allow-Origin", "*",
            "X-Content-Type-Options", "nosniff");

    private final Carelet carelet;
    private final Derived<Document> document;

    /** Serves the catalogue of the given Carelet. */
    public CatalogHandler(Carelet carelet) {
        this.carelet = carelet;
        this.document = Derived.of(carelet, Document::new);
    }

    @Override
    public Reply handle(Exchange exchange) {
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        Document current = document.get();
        LocalDate today = carelet.clock()
                .instant()
                .atZone(current.catalog.clinic().timeZone())
                .toLocalDate();
        return current.on(today).answer(exchange);
    }

    /** What is said on one day is said until something is withdrawn. */
    private static final class Document {

        private final Catalog catalog;
        private final NavigableSet<LocalDate> withdrawals = new TreeSet<>();
        private Optional<LocalDate> turn = Optional.empty();
        private Optional<PreparedReply> written = Optional.empty();

        Document(Publication publication) {
            this.catalog = publication.catalog();
            Stream.of(catalog.treatments(), catalog.conditions(), catalog.articles())
                    .flatMap(List::stream)
                    .map(Item.class::cast)
                    .forEach(item -> item.review().withdrawnOn().ifPresent(withdrawals::add));
        }

        synchronized PreparedReply on(LocalDate today) {
            Optional<LocalDate> last = Optional.ofNullable(withdrawals.floor(today));
            if (written.isPresent() && turn.equals(last)) {
                return written.get();
            }
            PreparedReply reply = PreparedReply.of(new Reply(200, HEADERS, CatalogWriter.write(catalog, today)));
            turn = last;
            written = Optional.of(reply);
            return reply;
        }
    }
}
