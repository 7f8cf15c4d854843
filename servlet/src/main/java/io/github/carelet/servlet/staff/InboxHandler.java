package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.Partner;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.InboxCounts;
import io.github.carelet.booking.InboxEntry;
import io.github.carelet.booking.InboxPage;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.staff.ListRequest.Tab;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists of bookings: what is to be done, and what a search finds. */
final class InboxHandler {

    private static final int ON_A_PAGE = 50;
    private static final int LONGEST_SEARCH = 254;

    private final Carelet carelet;
    private final Pages pages;

    InboxHandler(Carelet carelet, Pages pages) {
        this.carelet = carelet;
        this.pages = pages;
    }

    /** Lists bookings by state, location, partner, source and day. */
    Reply list(Visit visit) {
        ListRequest request = ListRequest.of(visit.exchange().query(), carelet);
        InboxPage found = pages.inbox(visit).list(request.filter(), request.after(), ON_A_PAGE);
        String name = visit.text("staff.tab." + request.tab().code());
        ListPage page = new ListPage(
                pages.shell(visit, "", name),
                name,
                tabs(visit, request),
                Optional.of(filter(visit, request)),
                visit.href("search"),
                visit.href("export"),
                pages.token(visit),
                rows(visit, found.entries()),
                visit.text("staff.empty." + request.tab().code()),
                found.next()
                        .map(cursor -> request.withAfter(Optional.of(cursor)).href(visit)),
                request.after().map(any -> request.withAfter(Optional.empty()).href(visit)));
        return pages.page(200, "staff/list.jte", page);
    }

    /** Lists what a text finds. It comes by POST, since it is about a person: addresses are kept in logs and histories. */
    Reply search(Visit visit) throws IOException {
        Posted posted =
                Posted.read(visit.exchange(), visit.user(), carelet.userTokens().orElseThrow());
        if (posted.problem().isPresent()) {
            return pages.notice(visit, posted.status(), "form");
        }
        String text = posted.submission().first("q").orElse("");
        List<InboxEntry> found =
                text.length() > LONGEST_SEARCH ? List.of() : pages.inbox(visit).search(text);
        ListPage page = new ListPage(
                pages.shell(visit, "", visit.text("staff.search")),
                visit.words().count("staff.found", found.size()),
                List.of(),
                Optional.empty(),
                visit.href("search"),
                visit.href("export"),
                pages.token(visit),
                rows(visit, found),
                visit.text("staff.empty.search"),
                Optional.empty(),
                Optional.of(visit.href("")));
        return pages.page(200, "staff/list.jte", page);
    }

    /** Says how many requests wait, for the script that asks now and then. */
    Reply count(Visit visit) {
        InboxCounts counts = pages.inbox(visit).count(Optional.empty());
        return Reply.json(200, Map.of("requested", counts.of(BookingStatus.REQUESTED), "late", counts.late()));
    }

    private List<ListPage.Row> rows(Visit visit, List<InboxEntry> entries) {
        Rows rows = new Rows(visit, carelet);
        return entries.stream().map(rows::row).toList();
    }

    private List<ListPage.Tab> tabs(Visit visit, ListRequest request) {
        InboxCounts counts = pages.inbox(visit).count(request.location());
        List<ListPage.Tab> tabs = new ArrayList<>();
        for (Tab tab : Tab.values()) {
            long count = tab.statuses().stream().mapToLong(counts::of).sum();
            tabs.add(new ListPage.Tab(
                    visit.text("staff.tab." + tab.code()),
                    request.withTab(tab).href(visit),
                    tab == Tab.CLOSED ? "" : Long.toString(count),
                    tab == request.tab()));
        }
        return tabs;
    }

    private ListPage.FilterForm filter(Visit visit, ListRequest request) {
        String language = visit.words().language();
        Stream<Choice> locations = carelet.publication().catalog().locations().stream()
                .map(location -> new Choice(
                        location.id(),
                        location.name().in(language).value(),
                        request.location().filter(location.id()::equals).isPresent()));
        Stream<Choice> partners = carelet.partners().stream()
                .map(Partner::id)
                .map(id ->
                        new Choice(id, id, request.partner().filter(id::equals).isPresent()));
        return new ListPage.FilterForm(
                visit.href(""),
                request.tab().code(),
                Stream.concat(all(visit, "locations", request.location()), locations)
                        .toList(),
                Stream.concat(all(visit, "partners", request.partner()), partners)
                        .toList(),
                request.source().orElse(""),
                request.day().map(Object::toString).orElse(""),
                request.late());
    }

    private static Stream<Choice> all(Visit visit, String what, Optional<String> picked) {
        return Stream.of(new Choice("", visit.text("staff.all." + what), picked.isEmpty()));
    }
}
