package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.booking.InboxFigures;
import io.github.carelet.booking.InboxFigures.Answered;
import io.github.carelet.booking.InboxFigures.Share;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.servlet.http.Reply;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code figures}: what came in during the last 30 days, in numbers and small pictures. Of no patient. */
final class FiguresHandler {

    private static final int DAYS = 30;

    private final Carelet carelet;
    private final Pages pages;

    FiguresHandler(Carelet carelet, Pages pages) {
        this.carelet = carelet;
        this.pages = pages;
    }

    /** Shows them; today is the last of the days. */
    Reply show(Visit visit) {
        Catalog catalog = carelet.publication().catalog();
        ZoneId zone = catalog.clinic().timeZone();
        LocalDate today = LocalDate.ofInstant(carelet.clock().instant(), zone);
        LocalDate first = today.minusDays(DAYS - 1);
        InboxFigures figures = pages.inbox(visit)
                .figures(
                        first.atStartOfDay(zone).toInstant(),
                        today.plusDays(1).atStartOfDay(zone).toInstant());
        FiguresPage page = new FiguresPage(
                pages.shell(visit, "figures", visit.text("staff.page.figures")),
                visit.text(
                        "staff.figures.period",
                        visit.words().date(first),
                        visit.words().date(today)),
                days(visit, figures.perDay(zone, first, today)),
                reached(visit, figures.all()),
                answers(visit, figures),
                partners(visit, figures),
                rows(figures.types(), share -> type(visit, catalog, share)));
        return pages.page(200, "staff/figures.jte", page);
    }

    private static FiguresPage.Columns days(Visit visit, NavigableMap<LocalDate, Long> perDay) {
        long most = perDay.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long sum = perDay.values().stream().mapToLong(Long::longValue).sum();
        List<FiguresPage.Bar> bars = new ArrayList<>();
        for (Map.Entry<LocalDate, Long> day : perDay.entrySet()) {
            String label = visit.words().day(day.getKey());
            bars.add(FiguresPage.Columns.column(label, day.getValue(), most, bars.size(), perDay.size()));
        }
        return new FiguresPage.Columns(
                visit.text("staff.figures.days.text", sum, most),
                visit.words().day(perDay.firstKey()),
                visit.words().day(perDay.lastKey()),
                bars);
    }

    private static List<FiguresPage.Bar> reached(Visit visit, Share all) {
        return List.of(
                FiguresPage.Bar.of(visit.text("staff.figures.sent"), all.sent(), all.sent()),
                FiguresPage.Bar.of(visit.text("staff.figures.confirmed"), all.confirmed(), all.sent()),
                FiguresPage.Bar.of(visit.text("staff.figures.came"), all.came(), all.sent()));
    }

    private static List<FiguresPage.Bar> answers(Visit visit, InboxFigures figures) {
        long most = figures.answers().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return Stream.of(Answered.values())
                .map(each -> FiguresPage.Bar.of(
                        visit.text("staff.figures.answered." + each.name().toLowerCase(Locale.ROOT)),
                        figures.answers().getOrDefault(each, 0L),
                        most))
                .toList();
    }

    private static List<FiguresPage.Row> rows(List<Share> shares, Function<Share, String> label) {
        long most = shares.stream().mapToLong(Share::sent).max().orElse(0);
        return shares.stream().map(each -> row(label.apply(each), each, most)).toList();
    }

    /** Below each partner stand those of its pages and campaigns that bookings came from, as parts of its bar. */
    private static List<FiguresPage.Row> partners(Visit visit, InboxFigures figures) {
        long most = figures.partners().stream().mapToLong(Share::sent).max().orElse(0);
        List<FiguresPage.Row> rows = new ArrayList<>();
        for (Share partner : figures.partners()) {
            String name = partner.id().orElseGet(() -> visit.text("staff.figures.none"));
            rows.add(row(name, partner, most));
            figures.sources().stream()
                    .filter(each -> each.partner().equals(partner.id()))
                    .map(InboxFigures.Referred::share)
                    .map(share -> row(
                            share.id()
                                    .map(source -> visit.text("staff.figures.source", name, source))
                                    .orElseGet(() -> visit.text("staff.figures.rest", name)),
                            share,
                            most))
                    .forEach(rows::add);
        }
        return rows;
    }

    private static FiguresPage.Row row(String label, Share share, long most) {
        return new FiguresPage.Row(FiguresPage.Bar.of(label, share.sent(), most), share.confirmed(), share.came());
    }

    /** A type may be gone from the catalogue since. */
    private static String type(Visit visit, Catalog catalog, Share share) {
        String id = share.id().orElse("");
        return catalog.appointmentType(id)
                .map(type -> type.name().in(visit.words().language()).value())
                .orElse(id);
    }
}
