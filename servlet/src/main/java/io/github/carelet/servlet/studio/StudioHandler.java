package io.github.carelet.servlet.studio;

import io.github.carelet.Carelet;
import io.github.carelet.Partner;
import io.github.carelet.language.Messages;
import io.github.carelet.privacy.PartnerTokens;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Origin;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Templates;
import io.github.carelet.servlet.staff.SignIn;
import io.github.carelet.servlet.staff.StaffHeaders;
import io.github.carelet.servlet.staff.StaffLanguage;
import io.github.carelet.servlet.staff.User;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /studio}: what to paste into a page, chosen, seen and copied. For those who may open the inbox, or for everybody if
 * the host said so. {@code /studio/partners} is where administrators enter partners, and {@code /studio/partners/{token}} is
 * the studio of one partner, for whoever knows its address. All others get the answer that they get from the inbox.
 */
public final class StudioHandler implements Handler {

    private static final Reply NOT_FOUND = Reply.text(404, "There is nothing here.\n");

    private final Carelet carelet;
    private final SignIn signIn;
    private final StudioPages pages;
    private final LookPages looks;
    private final PartnersHandler partners;
    private final Map<String, String> headers;
    private final Map<String, String> ofSample;

    /**
     * Makes one.
     *
     * @param carelet whose content it is
     * @param templates draw the pages
     * @param assets what the pages load
     * @param signIn knows who works at the clinic
     */
    public StudioHandler(Carelet carelet, Templates templates, Assets assets, SignIn signIn) {
        this.carelet = carelet;
        this.signIn = signIn;
        this.pages = new StudioPages(carelet, templates, assets);
        this.looks = new LookPages(templates, assets, pages);
        this.partners = new PartnersHandler(carelet, templates, pages);
        this.headers = headers(pages.framedElsewhere());
        this.ofSample = ofSample(Origin.self(carelet.publicUrl()));
    }

    @Override
    public Reply handle(Exchange exchange) throws IOException {
        Reply answer = answer(exchange);
        return StaffHeaders.on(answer).with(headers).with(answer.headers());
    }

    private Reply answer(Exchange exchange) throws IOException {
        List<String> segments = exchange.segments();
        if (segments.size() == 3 && segments.get(1).equals("partners")) {
            return ofPartner(exchange, segments.get(2));
        }
        Optional<User> user = signIn.users().apply(exchange);
        boolean ofPartners = segments.size() == 2 && segments.get(1).equals("partners");
        if (user.isEmpty() && (ofPartners || !carelet.openStudio())) {
            return signIn.stranger();
        }
        if (ofPartners) {
            return partners.handle(exchange, user.get(), words(exchange));
        }
        return segments.size() == 1 ? page(exchange, Optional.empty(), ways(exchange, user)) : NOT_FOUND;
    }

    private List<StudioPage.Way> ways(Exchange exchange, Optional<User> user) {
        return user.map(User::admin).orElse(true) && carelet.partnerDirectory().isPresent()
                ? List.of(new StudioPage.Way(
                        exchange.base() + "/studio/partners", words(exchange).text("studio.partners")))
                : List.of();
    }

    /** A token that is good for nobody is told from no page at all by nothing. */
    private Reply ofPartner(Exchange exchange, String token) {
        Optional<PartnerTokens> tokens = carelet.partnerTokens();
        return carelet.partners().stream()
                .filter(partner ->
                        tokens.filter(each -> each.isOf(token, partner.id())).isPresent())
                .findFirst()
                .map(partner -> page(exchange, Optional.of(partner), List.of()))
                .orElse(NOT_FOUND);
    }

    private Reply page(Exchange exchange, Optional<Partner> partner, List<StudioPage.Way> ways) {
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        Messages words = words(exchange);
        return switch (view(exchange)) {
            case LookPages.LOOK ->
                Reply.html(
                        200,
                        looks.page(
                                exchange,
                                words,
                                partner.or(
                                        () -> exchange.query().first("partner").flatMap(carelet::partner))));
            case LookPages.SAMPLE ->
                Reply.html(200, looks.sample(exchange, words)).with(ofSample);
            default -> Reply.html(200, pages.draw(exchange, words, partner, ways));
        };
    }

    private static String view(Exchange exchange) {
        return exchange.query().first(LookPages.VIEW).orElse("");
    }

    private Messages words(Exchange exchange) {
        return StaffLanguage.words(carelet, exchange);
    }

    /** What the studio shows of a look stands in a page of the studio, does nothing, and leads nowhere. */
    private static Map<String, String> ofSample(String self) {
        return Map.of(
                "Content-Security-Policy",
                "sandbox; default-src 'none'; style-src " + self
                        + "; base-uri 'none'; form-action 'none'; frame-ancestors " + self);
    }

    /** Frames are shown here. Without a referrer: the address of a partner's page is all that it takes to open it. */
    private static Map<String, String> headers(Optional<String> framedElsewhere) {
        return Map.of(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'"
                        + framedElsewhere.map(" "::concat).orElse("")
                        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                        + "; require-trusted-types-for 'script'; trusted-types 'none'",
                "Referrer-Policy",
                "no-referrer");
    }
}
