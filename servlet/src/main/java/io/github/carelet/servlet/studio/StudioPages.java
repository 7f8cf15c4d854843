package io.github.carelet.servlet.studio;

import io.github.carelet.Carelet;
import io.github.carelet.Look;
import io.github.carelet.Partner;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.fragment.BookingRoot;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Origin;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Document;
import io.github.carelet.servlet.page.Templates;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the studio: for the clinic's own people with every partner, for a partner with only this one. */
final class StudioPages {

    private final Carelet carelet;
    private final Templates templates;
    private final Assets assets;
    private final SnippetWriter writer;

    StudioPages(Carelet carelet, Templates templates, Assets assets) {
        this.carelet = carelet;
        this.templates = templates;
        this.assets = assets;
        this.writer = new SnippetWriter(templates);
    }

    /**
     * Draws it.
     *
     * @param fixed the partner whose own page it is, if it is one
     * @param ways where else to go
     */
    byte[] draw(Exchange exchange, Messages words, Optional<Partner> fixed, List<StudioPage.Way> ways) {
        Asked asked = new Asked(carelet, exchange.query());
        Choice choice = asked.choice(fixed.map(Partner::id));
        Optional<Partner> partner = choice.partner().flatMap(carelet::partner);
        Site site = site(root(exchange));
        List<StudioPage.Field> fields = new Options(carelet, words, choice).fields(fixed.isEmpty());
        String heading = fixed.map(each -> words.text("studio.heading.partner", clinic(words), each.id()))
                .orElseGet(() -> words.text("studio.heading"));
        StudioPage page = new StudioPage(
                document(exchange, words, heading),
                words,
                heading,
                new StudioPage.Chooser(
                        exchange.base() + exchange.path(),
                        fields,
                        asked.page(),
                        ways(exchange, words, choice, fixed, ways)),
                new Warnings(carelet, words, site).of(choice, asked.page()),
                site(exchange.base()).href(choice).map(href -> new StudioPage.Preview(href, choice.title())),
                writer.write(site, choice, partner.map(Partner::look).orElse(Look.STANDARD)),
                policies(site, choice, words),
                partner.map(each -> ofPartner(exchange, each)));
        return templates.render("studio/page.jte", page);
    }

    private static List<StudioPage.Way> ways(
            Exchange exchange, Messages words, Choice choice, Optional<Partner> fixed, List<StudioPage.Way> others) {
        Optional<String> partner = choice.partner().filter(id -> fixed.isEmpty());
        List<StudioPage.Way> ways = new ArrayList<>(others);
        ways.add(new StudioPage.Way(
                LookPages.href(exchange.base() + exchange.path(), partner), words.text("studio.look")));
        return ways;
    }

    /** Returns the address of a partner's own page; empty where there are no keys. */
    Optional<String> partnerPage(Exchange exchange, String partner) {
        return carelet.partnerTokens().map(tokens -> root(exchange) + "/studio/partners/" + tokens.of(partner));
    }

    /** Returns the frame of a page. */
    Document document(Exchange exchange, Messages words, String heading) {
        return new Document(
                        words.language(),
                        words.direction(),
                        words.text("staff.title", heading, clinic(words)),
                        assets.staffStylesheet(exchange.base()),
                        false)
                .with(List.of(assets.staffScript(exchange.base())));
    }

    private StudioPage.OfPartner ofPartner(Exchange exchange, Partner partner) {
        return new StudioPage.OfPartner(partner.id(), partner.origins(), partnerPage(exchange, partner.id()));
    }

    /** Returns the name of the clinic. */
    String clinic(Messages words) {
        return carelet.publication()
                .catalog()
                .clinic()
                .name()
                .in(words.language())
                .value();
    }

    private Site site(String root) {
        return new Site(root, BookingRoot.of(carelet).of(root), assets.embedScript(root));
    }

    private String root(Exchange exchange) {
        return carelet.publicUrl().map(URI::toASCIIString).orElseGet(exchange::base);
    }

    /** Paths as sources end with a slash: they then mean whatever is below. */
    private static List<StudioPage.Policy> policies(Site site, Choice choice, Messages words) {
        boolean form = choice.subject() instanceof Subject.Form;
        String framed = (form ? site.booking().orElse(site.root()) : site.root()) + "/";
        String own = site.root() + "/";
        String element = "script-src " + own + "; style-src " + own + "; connect-src " + own;
        List<StudioPage.Policy> policies = new ArrayList<>();
        policies.add(new StudioPage.Policy(words.text("studio.kind.link"), ""));
        policies.add(new StudioPage.Policy(words.text("studio.kind.frame"), "frame-src " + framed));
        policies.add(new StudioPage.Policy(
                words.text("studio.kind.element"), form ? element + "; frame-src " + framed : element));
        policies.add(new StudioPage.Policy(
                words.text("studio.kind.server"),
                form
                        ? "script-src 'self'; style-src 'self'; connect-src 'self'; frame-src " + selfOr(site, framed)
                        : "style-src 'self'"));
        return policies;
    }

    private static String selfOr(Site site, String framed) {
        return site.booking().filter(site.root()::equals).isPresent() ? "'self'" : framed;
    }

    /** Returns what else than this server may be framed here: the Carelet that takes the bookings. */
    Optional<String> framedElsewhere() {
        return carelet.bookingAt().map(Origin::of);
    }
}
