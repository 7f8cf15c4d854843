package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.PartnerSite.Shown;
import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditTrail;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of partners must hold to. */
public abstract class PartnerStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00.123Z");
    private static final PartnerSite GYM = new PartnerSite(
            "gym",
            List.of("https://gym.example", "http://localhost:8080"),
            CatalogScope.ALL,
            Shown.STANDARD,
            "Kim",
            NOW);

    protected abstract PartnerStore partners();

    protected abstract AuditTrail audit();

    @Test
    void whatIsKeptComesBackByIdAndIsReplacedByTheSameId() {
        PartnerSite art =
                new PartnerSite("art", List.of(), CatalogScope.ALL, Shown.STANDARD, "Lee", NOW.plusSeconds(1));
        partners().save(GYM);
        partners().save(art);
        assertThat(partners().all()).containsExactly(art, GYM);

        Shown shown = new Shown("reference", true, "--carelet-accent: #7a1f5c;\n--carelet-font: \"Gill Sans\", serif;");
        CatalogScope part = new CatalogScope(List.of("main", "north"), List.of("yoga"), List.of("zh-Hans"));
        PartnerSite moved =
                new PartnerSite("gym", List.of("https://new.example"), part, shown, "Lee", NOW.plusSeconds(2));
        partners().save(moved);
        assertThat(partners().all()).containsExactly(art, moved);
    }

    @Test
    void whatIsRemovedIsGoneAndSoIsSaidOnce() {
        partners().save(GYM);
        assertThat(partners().remove("gym", "Lee", NOW)).isTrue();
        assertThat(partners().remove("gym", "Lee", NOW)).isFalse();
        assertThat(partners().all()).isEmpty();
    }

    @Test
    void eachChangeIsInTheAuditTrailAndNothingElseIs() {
        partners().save(GYM);
        CatalogScope part = new CatalogScope(List.of("main"), List.of(), List.of());
        partners().save(new PartnerSite("gym", List.of(), part, Shown.STANDARD, "Kim", NOW));
        partners().remove("gym", "Lee", NOW);
        partners().remove("gym", "Lee", NOW);
        assertThat(audit().latest(Long.MAX_VALUE, 10))
                .extracting(entry -> entry.event().actor() + " " + entry.event().action() + " "
                        + entry.event().detail())
                .containsExactly(
                        "Lee " + AuditAction.PARTNER + " removed gym",
                        "Kim " + AuditAction.PARTNER + " saved gym limited",
                        "Kim " + AuditAction.PARTNER + " saved gym https://gym.example http://localhost:8080");
    }
}
