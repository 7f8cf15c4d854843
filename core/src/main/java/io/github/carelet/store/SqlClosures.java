package io.github.carelet.store;

import io.github.carelet.booking.Closure;
import io.github.carelet.booking.Closure.Draft;
import io.github.carelet.booking.Closure.Person;
import io.github.carelet.booking.Closure.Place;
import io.github.carelet.booking.Closure.Pool;
import io.github.carelet.booking.ClosureStore;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The closures, in table {@code carelet_closure}. */
final class SqlClosures implements ClosureStore {

    private static final String FROM = "select * from carelet_closure where to_day >= ? order by from_day, id";

    private static final String ADD = """
            insert into carelet_closure (
                id, location, practitioner, pool, from_day, to_day, from_minute, until_minute, note, actor, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;
    private final SqlAudit audit;

    SqlClosures(Database database, SqlAudit audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    public List<Closure> from(LocalDate day) {
        return database.read(sql -> sql.rows(FROM, SqlClosures::closure, day.toEpochDay()));
    }

    @Override
    public void add(Closure closure) {
        Draft what = closure.what();
        AuditEvent event = event("closed", closure, closure.actor(), closure.at());
        database.write(sql -> {
            sql.update(
                    ADD,
                    closure.id(),
                    what.scope().place(),
                    what.scope() instanceof Person person ? Optional.of(person.practitioner()) : Optional.empty(),
                    what.scope() instanceof Pool pool ? Optional.of(pool.pool()) : Optional.empty(),
                    what.from().toEpochDay(),
                    what.to().toEpochDay(),
                    what.time().map(OpenInterval::startMinute),
                    what.time().map(OpenInterval::endMinute),
                    what.note(),
                    closure.actor(),
                    closure.at());
            audit.append(sql, event);
            return closure;
        });
    }

    @Override
    public boolean remove(Closure closure, String actor, Instant at) {
        AuditEvent event = event("opened", closure, actor, at);
        return database.write(sql -> {
            boolean removed = sql.update("delete from carelet_closure where id = ?", closure.id()) == 1;
            if (removed) {
                audit.append(sql, event);
            }
            return removed;
        });
    }

    /** Says {@code closed arcadia 2026-12-24 2026-12-25}, of a room {@code arcadia/gym}, of a part of the days at the end which. */
    private static AuditEvent event(String verb, Closure closure, String actor, Instant at) {
        Draft what = closure.what();
        String name = what.scope() instanceof Person person
                ? person.practitioner()
                : what.scope().place().orElseThrow() + (what.scope() instanceof Pool pool ? "/" + pool.pool() : "");
        String time = what.time().map(part -> " " + part).orElse("");
        return new AuditEvent(
                at,
                actor,
                AuditAction.CLOSURE,
                List.of(),
                verb + " " + name + " " + what.from() + " " + what.to() + time);
    }

    private static Closure closure(Row row) throws SQLException {
        Optional<String> location = row.optionalText("location");
        Optional<String> pool = row.optionalText("pool");
        Closure.Scope scope = location.isEmpty()
                ? new Person(row.text("practitioner"))
                : pool.isEmpty() ? new Place(location.get()) : new Pool(location.get(), pool.get());
        boolean partly = row.optionalText("until_minute").isPresent();
        Draft what = new Draft(
                scope,
                LocalDate.ofEpochDay(row.number("from_day")),
                LocalDate.ofEpochDay(row.number("to_day")),
                partly
                        ? Optional.of(new OpenInterval(row.integer("from_minute"), row.integer("until_minute")))
                        : Optional.empty(),
                row.optionalText("note"));
        return new Closure(row.text("id"), what, row.text("actor"), row.instant("at"));
    }
}
