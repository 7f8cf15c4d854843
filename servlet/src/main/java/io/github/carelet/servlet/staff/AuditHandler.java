package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.privacy.AuditEntry;
import io.github.carelet.privacy.AuditReport;
import io.github.carelet.privacy.AuditTrail;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.http.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code audit}: who saw and changed what, for administrators. It names bookings by their references and nothing more. */
final class AuditHandler {

    private static final int ON_A_PAGE = 100;

    private final Carelet carelet;
    private final Pages pages;

    AuditHandler(Carelet carelet, Pages pages) {
        this.carelet = carelet;
        this.pages = pages;
    }

    /** Lists rows, the newest first. */
    Reply list(Visit visit) {
        Query query = visit.exchange().query();
        Optional<String> about = query.first("about").filter(text -> text.matches("[0-9A-Za-z-]{1,32}"));
        long before = query.first("before")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        List<AuditEntry> entries = about.isPresent()
                ? trail().about(about.get().toUpperCase(Locale.ROOT), ON_A_PAGE)
                : trail().latest(before, ON_A_PAGE);
        Optional<AuditReport> report = query.first("verify").map(any -> trail().verify());
        Clocks clocks = new Clocks(
                visit.words(), carelet.publication().catalog().clinic().timeZone());
        AuditWords words =
                new AuditWords(new ClosureScopes(visit, carelet.publication().catalog()));
        AuditPage page = new AuditPage(
                pages.shell(visit, "audit", visit.text("staff.page.audit")),
                visit.href("audit"),
                about.orElse(""),
                visit.href("audit", Map.of("verify", "yes")),
                report.map(each -> verdict(visit, each)),
                report.map(AuditReport::isWhole).orElse(true),
                entries.stream().map(entry -> row(visit, clocks, words, entry)).toList(),
                about.isEmpty() && entries.size() == ON_A_PAGE
                        ? Optional.of(visit.href(
                                "audit",
                                Map.of(
                                        "before",
                                        Long.toString(entries.get(ON_A_PAGE - 1).number()))))
                        : Optional.empty());
        return pages.page(200, "staff/audit.jte", page);
    }

    private static AuditPage.Row row(Visit visit, Clocks clocks, AuditWords words, AuditEntry entry) {
        return new AuditPage.Row(
                Long.toString(entry.number()),
                clocks.at(entry.event().at()),
                entry.event().actor(),
                visit.text("staff.audit." + entry.event().action().code()),
                String.join(" ", entry.event().about()),
                words.detail(entry.event()));
    }

    private static String verdict(Visit visit, AuditReport report) {
        return report.fault()
                .map(fault -> visit.text("staff.audit.broken", fault.number()))
                .orElseGet(() -> report.isWhole()
                        ? visit.text("staff.audit.whole", report.entries())
                        : visit.text("staff.audit.unverified", report.entries(), report.unverified()));
    }

    private AuditTrail trail() {
        return carelet.audit().orElseThrow();
    }
}
