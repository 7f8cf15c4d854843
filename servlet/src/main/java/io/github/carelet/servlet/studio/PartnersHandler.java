package io.github.carelet.servlet.studio;

import io.github.carelet.Carelet;
import io.github.carelet.Look;
import io.github.carelet.PartnerDirectory;
import io.github.carelet.PartnerEntry;
import io.github.carelet.PartnerOutcome;
import io.github.carelet.PartnerOutcome.Configured;
import io.github.carelet.PartnerOutcome.Done;
import io.github.carelet.PartnerOutcome.Invalid;
import io.github.carelet.PartnerOutcome.Unavailable;
import io.github.carelet.PartnerOutcome.Unknown;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.exchange.JsonLdRole;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Templates;
import io.github.carelet.servlet.staff.Posted;
import io.github.carelet.servlet.staff.User;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /studio/partners}: where an administrator enters partners, changes their origins and removes them. */
final class PartnersHandler {

    private static final Reply NOT_FOUND = Reply.text(404, "There is nothing here.\n");

    private final Carelet carelet;
    private final Templates templates;
    private final StudioPages pages;

    PartnersHandler(Carelet carelet, Templates templates, StudioPages pages) {
        this.carelet = carelet;
        this.templates = templates;
        this.pages = pages;
    }

    /** Answers somebody who is signed in. */
    Reply handle(Exchange exchange, User user, Messages words) throws IOException {
        Optional<PartnerDirectory> directory = carelet.partnerDirectory();
        if (!user.admin() || directory.isEmpty()) {
            return NOT_FOUND;
        }
        View view = new View(exchange, user, words, directory.get());
        if (exchange.isRead()) {
            return page(200, view, Tried.NOTHING);
        }
        return exchange.method().equals("POST") ? change(view) : Reply.of(405).with("Allow", "GET, HEAD, POST");
    }

    private record View(Exchange exchange, User user, Messages words, PartnerDirectory directory) {}

    /** What somebody tried in vain, and why; the fields are of the form for a new partner. */
    private record Tried(
            Optional<String> problem,
            String id,
            String origins,
            CatalogScope scope,
            JsonLdRole jsonLd,
            boolean events,
            String look) {

        static final Tried NOTHING = new Tried(Optional.empty(), "", "", CatalogScope.ALL, JsonLdRole.NONE, false, "");
    }

    private Reply change(View view) throws IOException {
        Posted posted =
                Posted.read(view.exchange(), view.user(), carelet.userTokens().orElseThrow());
        Submission form = posted.submission();
        Tried tried = new Tried(
                Optional.empty(),
                form.first("id").orElse(""),
                form.first("origins").orElse(""),
                Limits.ticked(form),
                role(form),
                form.first("events").isPresent(),
                form.first("look").orElse(""));
        if (posted.problem().isPresent()) {
            return failed(posted.status(), view, tried, view.words().text("studio.partners.form"));
        }
        PartnerOutcome outcome = form.first("action").filter("remove"::equals).isPresent()
                ? view.directory().remove(tried.id(), view.user().name())
                : view.directory()
                        .save(
                                new PartnerEntry(
                                        tried.id(),
                                        origins(tried.origins()),
                                        tried.scope(),
                                        tried.jsonLd(),
                                        tried.events(),
                                        tried.look()),
                                view.user().name());
        return outcome instanceof Done
                ? Reply.of(303).with("Location", view.exchange().base() + "/studio/partners")
                : refused(view, tried, outcome);
    }

    private Reply refused(View view, Tried tried, PartnerOutcome outcome) {
        Messages words = view.words();
        if (outcome instanceof Invalid invalid && invalid.field().equals("look")) {
            return failed(422, view, tried, look(words, invalid.value()));
        }
        if (outcome instanceof Invalid invalid && invalid.field().equals("scope")) {
            return failed(422, view, tried, words.text("studio.partners.scope.wrong"));
        }
        if (outcome instanceof Invalid invalid) {
            String key = invalid.field().equals("id") ? "studio.partners.id.wrong" : "studio.partners.origin.wrong";
            return failed(422, view, tried, words.text(key, invalid.value()));
        }
        if (outcome instanceof Configured) {
            return failed(422, view, tried, words.text("studio.partners.configured", tried.id()));
        }
        if (outcome instanceof Unknown) {
            return failed(404, view, tried, words.text("studio.partners.unknown", tried.id()));
        }
        return outcome instanceof Unavailable
                ? failed(503, view, tried, words.text("staff.notice.unavailable"))
                : page(200, view, Tried.NOTHING);
    }

    private Reply failed(int status, View view, Tried tried, String problem) {
        return page(
                status,
                view,
                new Tried(
                        Optional.of(problem),
                        tried.id(),
                        tried.origins(),
                        tried.scope(),
                        tried.jsonLd(),
                        tried.events(),
                        tried.look()));
    }

    private static String look(Messages words, String css) {
        try {
            return String.join(". ", new LookWords(words).problems(Look.parse(css)));
        } catch (IllegalArgumentException e) {
            return words.text("studio.partners.look.wrong", words.text("studio.look"));
        }
    }

    private Reply page(int status, View view, Tried tried) {
        List<PartnersPage.Entry> entries = view.directory().all().stream()
                .map(each -> new PartnersPage.Entry(
                        each.id(),
                        String.join("\n", each.origins()),
                        switches(
                                view,
                                each.scope(),
                                each.jsonLd(),
                                each.events(),
                                each.look().css()),
                        view.directory().isConfigured(each.id()),
                        pages.partnerPage(view.exchange(), each.id())))
                .toList();
        String heading = view.words().text("studio.partners");
        PartnersPage page = new PartnersPage(
                pages.document(view.exchange(), view.words(), heading),
                view.words(),
                new PartnersPage.Target(
                        view.exchange().base() + "/studio/partners",
                        carelet.userTokens().orElseThrow().issue(view.user().name()),
                        view.exchange().base() + "/studio"),
                entries,
                new PartnersPage.Fresh(
                        tried.problem(),
                        tried.id(),
                        tried.origins(),
                        switches(view, tried.scope(), tried.jsonLd(), tried.events(), tried.look())));
        return Reply.html(status, templates.render("studio/partners.jte", page));
    }

    private PartnersPage.Switches switches(
            View view, CatalogScope scope, JsonLdRole chosen, boolean events, String look) {
        List<PartnersPage.Role> roles = Stream.of(JsonLdRole.NONE, JsonLdRole.REFERENCE, JsonLdRole.OWNER)
                .map(each -> new PartnersPage.Role(
                        each.code(), view.words().text("studio.partners.jsonld." + each.code()), each == chosen))
                .toList();
        return new PartnersPage.Switches(new Limits(carelet, view.words()).of(scope), roles, events, look);
    }

    /** What is no role is none that our form has, and says nothing. */
    private static JsonLdRole role(Submission form) {
        return Stream.of(JsonLdRole.values())
                .filter(each -> form.first("jsonLd").equals(Optional.of(each.code())))
                .findFirst()
                .orElse(JsonLdRole.NONE);
    }

    /** Origins stand in lines; whoever has spaces or commas between means the same. Browsers have them in lower case. */
    private static List<String> origins(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s,]+"))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
