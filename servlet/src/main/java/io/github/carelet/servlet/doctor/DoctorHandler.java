package io.github.carelet.servlet.doctor;

import io.github.carelet.Carelet;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Origin;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Document;
import io.github.carelet.servlet.page.Sandbox;
import io.github.carelet.servlet.page.Templates;
import io.github.carelet.servlet.staff.SignIn;
import io.github.carelet.servlet.staff.StaffHeaders;
import io.github.carelet.servlet.staff.StaffLanguage;
import io.github.carelet.servlet.staff.User;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * {@code /doctor}: what of the host is in the way, with the lines that put it right. For the clinic's administrators, or for
 * everybody where the studio is open; others get the answer that they get from the inbox. {@code /doctor/trial} is what its
 * frame shows; it says nothing of the host, and has nobody signed in, so it is for everybody.
 */
public final class DoctorHandler implements Handler {

    private static final Reply NOT_FOUND = Reply.text(404, "There is nothing here.\n");

    private final Carelet carelet;
    private final Templates templates;
    private final Assets assets;
    private final SignIn signIn;

    /**
     * Makes one.
     *
     * @param carelet whose host is looked at
     * @param templates draw the page
     * @param assets what the page loads
     * @param signIn knows who works at the clinic
     */
    public DoctorHandler(Carelet carelet, Templates templates, Assets assets, SignIn signIn) {
        this.carelet = carelet;
        this.templates = templates;
        this.assets = assets;
        this.signIn = signIn;
    }

    @Override
    public Reply handle(Exchange exchange) {
        return switch (exchange.path()) {
            case "/doctor" -> StaffHeaders.on(page(exchange)).with("Content-Security-Policy", pagePolicy());
            case "/doctor/trial" -> trial(exchange);
            default -> NOT_FOUND;
        };
    }

    private Reply page(Exchange exchange) {
        boolean admin = signIn.users().apply(exchange).filter(User::admin).isPresent();
        if (!admin && !carelet.openStudio()) {
            return signIn.stranger();
        }
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        Messages words = StaffLanguage.words(carelet, exchange);
        List<DoctorPage.Finding> findings = new Examination(carelet, exchange)
                .complaints(signIn, assets).stream()
                        .map(each -> new DoctorPage.Finding(
                                each.fault().code(), each.seen(), each.fault().remedies()))
                        .toList();
        String address = carelet.publicUrl().map(URI::toASCIIString).orElse("http://" + exchange.takenAt());
        Optional<String> frame = carelet.bookingDesk().map(desk -> exchange.base() + "/doctor/trial");
        DoctorPage page = new DoctorPage(document(exchange, words), words, address, findings, frame);
        return Reply.html(200, templates.render("doctor/page.jte", page));
    }

    private Reply trial(Exchange exchange) {
        Optional<BookingDesk> desk = carelet.bookingDesk();
        if (desk.isEmpty()) {
            return NOT_FOUND;
        }
        if (!exchange.isRead()) {
            return Reply.of(405).with("Allow", "GET, HEAD");
        }
        Messages words = StaffLanguage.words(carelet, exchange);
        TrialPage page = new TrialPage(
                document(exchange, words),
                words,
                exchange.base() + "/bookings",
                TrialForm.fields(desk.get(), words.language()));
        return StaffHeaders.on(Reply.html(200, templates.render("doctor/trial.jte", page)))
                .with("Content-Security-Policy", trialPolicy())
                .with("Referrer-Policy", "no-referrer")
                .with("Cross-Origin-Resource-Policy", "cross-origin");
    }

    private Document document(Exchange exchange, Messages words) {
        return new Document(
                        words.language(),
                        words.direction(),
                        words.text("doctor.heading"),
                        assets.staffStylesheet(exchange.base()),
                        false)
                .with(List.of(assets.doctorScript(exchange.base())));
    }

    private static String pagePolicy() {
        return "default-src 'none'; style-src 'self'; script-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'"
                + "; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    }

    /** As the form has it: a document without an origin, which names its own one where {@code 'self'} matches nothing. */
    private String trialPolicy() {
        String self =
                "'self'" + carelet.publicUrl().map(url -> " " + Origin.of(url)).orElse("");
        return "sandbox " + Sandbox.TOKENS + "; default-src 'none'; style-src " + self + "; script-src " + self
                + "; form-action " + self
                + "; base-uri 'none'; frame-ancestors " + self
                + "; require-trusted-types-for 'script'; trusted-types 'none'";
    }
}
