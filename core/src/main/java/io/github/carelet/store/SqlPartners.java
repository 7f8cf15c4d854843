package io.github.carelet.store;

import io.github.carelet.booking.PartnerSite;
import io.github.carelet.booking.PartnerStore;
import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The partners that an administrator entered, in table {@code carelet_partner}. */
final class SqlPartners implements PartnerStore {

    private static final String SAVE = """
            insert into carelet_partner (id, origins, locations, treatments, languages, json_ld, events, look, actor, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set origins = excluded.origins, locations = excluded.locations,
                treatments = excluded.treatments, languages = excluded.languages, json_ld = excluded.json_ld,
                events = excluded.events, look = excluded.look, actor = excluded.actor, at = excluded.at
            """;

    /** None is in an origin, an id or a tag. */
    private static final String SPACE = " ";

    private final Database database;
    private final SqlAudit audit;

    SqlPartners(Database database, SqlAudit audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    public List<PartnerSite> all() {
        return database.read(sql -> sql.rows("select * from carelet_partner order by id", SqlPartners::partner));
    }

    @Override
    public void save(PartnerSite partner) {
        String origins = String.join(SPACE, partner.origins());
        AuditEvent event = event(saved(partner, origins), partner.actor(), partner.at());
        database.write(sql -> {
            sql.update(
                    SAVE,
                    partner.id(),
                    origins,
                    String.join(SPACE, partner.scope().locations()),
                    String.join(SPACE, partner.scope().treatments()),
                    String.join(SPACE, partner.scope().languages()),
                    partner.shown().jsonLd(),
                    partner.shown().events() ? 1 : 0,
                    partner.shown().look(),
                    partner.actor(),
                    partner.at());
            audit.append(sql, event);
            return partner;
        });
    }

    @Override
    public boolean remove(String id, String actor, Instant at) {
        AuditEvent event = event("removed " + id, actor, at);
        return database.write(sql -> {
            boolean removed = sql.update("delete from carelet_partner where id = ?", id) == 1;
            if (removed) {
                audit.append(sql, event);
            }
            return removed;
        });
    }

    /** What a row of the trail has no room or letters for is counted there, and stands in the table. */
    private static String saved(PartnerSite partner, String origins) {
        PartnerSite.Shown shown = partner.shown();
        String switches = (partner.scope().isAll() ? "" : " limited")
                + (shown.jsonLd().equals("none") ? "" : " json-ld " + shown.jsonLd())
                + (shown.events() ? " events" : "")
                + (shown.look().isEmpty() ? "" : " look");
        String named = "saved " + partner.id() + (origins.isEmpty() ? "" : " ") + origins + switches;
        return AuditEvent.isDetail(named)
                ? named
                : "saved " + partner.id() + " " + partner.origins().size() + " origins" + switches;
    }

    private static AuditEvent event(String detail, String actor, Instant at) {
        return new AuditEvent(at, actor, AuditAction.PARTNER, List.of(), detail.strip());
    }

    private static PartnerSite partner(Row row) throws SQLException {
        CatalogScope scope = new CatalogScope(list(row, "locations"), list(row, "treatments"), list(row, "languages"));
        PartnerSite.Shown shown = new PartnerSite.Shown(row.text("json_ld"), row.yes("events"), row.text("look"));
        return new PartnerSite(
                row.text("id"), list(row, "origins"), scope, shown, row.text("actor"), row.instant("at"));
    }

    private static List<String> list(Row row, String column) throws SQLException {
        return Stream.of(row.text(column).split(SPACE))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
