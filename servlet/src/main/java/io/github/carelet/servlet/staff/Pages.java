package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.Inbox;
import io.github.carelet.booking.InboxCounts;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Localized;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Document;
import io.github.carelet.servlet.page.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns models into the pages of the inbox. */
record Pages(Carelet carelet, Templates templates, Assets assets) {

    /** The pages that each page leads to, by the path below {@code staff/} and the key of the name. */
    private static final List<Page> PAGES = List.of(
            new Page("", "inbox", false),
            new Page("day", "day", false),
            new Page("phone", "phone", false),
            new Page("closures", "closures", false),
            new Page("deliveries", "deliveries", false),
            new Page("figures", "figures", false),
            new Page("audit", "audit", true));

    private record Page(String path, String key, boolean admin) {}

    /**
     * Returns what every page has. The title names no patient: it stays in the history of a browser.
     *
     * @param here the path of the page that this belongs to
     * @param title what the page is called
     */
    Shell shell(Visit visit, String here, String title) {
        Clinic clinic = carelet.publication().catalog().clinic();
        Localized.Value<String> name = clinic.name().in(visit.words().language());
        Document document = new Document(
                        visit.words().language(),
                        visit.words().direction(),
                        visit.text("staff.title", title, name.value()),
                        assets.staffStylesheet(visit.exchange().base()),
                        false)
                .with(List.of(assets.staffScript(visit.exchange().base())));
        List<Shell.Way> ways = new ArrayList<>();
        for (Page page : PAGES) {
            if (!page.admin() || visit.user().admin()) {
                ways.add(new Shell.Way(
                        visit.text("staff.page." + page.key()),
                        visit.href(page.path()),
                        page.path().equals(here)));
            }
        }
        return new Shell(document, visit.words(), name, visit.user().name(), ways, count(visit));
    }

    /** A page that says that the store is down must not need it. */
    private Optional<Shell.Count> count(Visit visit) {
        if (carelet.inbox().isEmpty()) {
            return Optional.empty();
        }
        try {
            InboxCounts counts = inbox(visit).count(Optional.empty());
            return Optional.of(
                    new Shell.Count(counts.of(BookingStatus.REQUESTED), counts.late() > 0, visit.href("count")));
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /** Renders a page. */
    Reply page(int status, String template, Object model) {
        return Reply.html(status, templates.render(template, model));
    }

    /** Returns a page that says that something can't be done, by the messages {@code staff.notice.{name}}. */
    Reply notice(Visit visit, int status, String name) {
        String heading = visit.text("staff.notice." + name);
        Notice notice = new Notice(
                shell(visit, "none", heading), heading, visit.text("staff.notice." + name + ".text"), visit.href(""));
        return page(status, "staff/notice.jte", notice);
    }

    /** Returns the inbox as somebody looks at it: all that they see is written down. */
    Inbox inbox(Visit visit) {
        return carelet.inbox().orElseThrow().of(visit.user().name());
    }

    /** Returns a token for the forms of a page. */
    String token(Visit visit) {
        return carelet.userTokens().orElseThrow().issue(visit.user().name());
    }
}
