package io.github.carelet.servlet.form;

import io.github.carelet.booking.Alternative;
import io.github.carelet.booking.Availability;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.ConsentKind;
import io.github.carelet.booking.Consents;
import io.github.carelet.booking.ManagedBooking;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Location;
import io.github.carelet.language.Messages;
import io.github.carelet.schedule.RequestRules;
import io.github.carelet.servlet.http.Query;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the forms of the patient's page. They share one token, which is good for each of them. */
record ManageForms(
        Visitor visitor,
        ManagedBooking booking,
        String manageToken,
        String token,
        Optional<Tried> tried,
        InstantSource clock) {

    /** Returns the form to call the booking off, if that is possible. */
    Optional<ManagePage.CancelForm> cancel() {
        Kept kept = kept("cancel");
        return booking.cancellable()
                ? Optional.of(new ManagePage.CancelForm(
                        booking.status() == BookingStatus.CONFIRMED,
                        action("cancel") + "#top",
                        token,
                        kept.value("reason"),
                        kept.error("reason", words()),
                        isTried("cancel")))
                : Optional.empty();
    }

    /** Returns the form to take one of the times that the clinic offers, if it offers any. */
    Optional<AcceptForm> accept() {
        Optional<AppointmentType> type = visitor.catalog().appointmentType(booking.type());
        Optional<Location> location = visitor.catalog().location(booking.location());
        if (type.isEmpty() || location.isEmpty()) {
            return Optional.empty();
        }
        SlotWords inWords = new SlotWords(words(), type.get(), location.get().timeZone());
        List<FreeTimes.Chip> offers = booking.offers().stream()
                .map(start -> inWords.chip(start, inWords.at(start), "", Kept.nothing()))
                .toList();
        String until = booking.offersUntil()
                .map(end -> inWords.at(end.atZone(inWords.zone()).toOffsetDateTime()))
                .map(end -> words().text("form.accept.until", end))
                .orElse("");
        return offers.isEmpty()
                ? Optional.empty()
                : Optional.of(new AcceptForm(
                        action("accept") + "#top",
                        token,
                        offers,
                        until,
                        kept("accept").error("offer", words())));
    }

    /** Returns what the patient agreed to, and the form to take that back which can be taken back. */
    ManagePage.ConsentForm consents() {
        List<ManagePage.Agreed> agreed = Stream.of(ConsentKind.values())
                .flatMap(kind -> booking.consent().of(kind).stream().map(agreement -> agreed(kind, agreement)))
                .toList();
        return new ManagePage.ConsentForm(action("revoke") + "#top", token, agreed);
    }

    private ManagePage.Agreed agreed(ConsentKind kind, Consents.Agreement agreement) {
        String key = "form.consents." + kind.code();
        return agreement.holds()
                ? new ManagePage.Agreed(words().text(key), kind.code(), Optional.of(words().text(key + ".submit")))
                : new ManagePage.Agreed(words().text(key + ".revoked"), kind.code(), Optional.empty());
    }

    /** Returns where the form to move the booking is opened, if that is possible. */
    Optional<String> moveLink() {
        return booking.reschedulable()
                ? Optional.of(href("", Map.of("change", "times")) + "#carelet-move")
                : Optional.empty();
    }

    /** Returns the form to move the booking, if that is possible and the address asks for it. */
    Optional<MoveForm> move(Query query, Availability availability) {
        View view = View.known(query, "change");
        Optional<AppointmentType> type = visitor.catalog().appointmentType(booking.type());
        Optional<Location> location = query.first("at")
                .flatMap(visitor.catalog()::location)
                .or(() -> visitor.catalog().location(booking.location()));
        boolean asksFor = view.way().isPresent() || isTried("reschedule");
        if (!booking.reschedulable() || !asksFor || type.isEmpty() || location.isEmpty()) {
            return Optional.empty();
        }
        Choice choice = new Choice(type, Optional.empty(), Optional.empty(), location);
        RequestPages.Asked asked = new RequestPages.Asked(type.get(), location.get(), choice);
        List<Alternative> alternatives =
                tried.map(each -> each.failure().alternatives()).orElseGet(List::of);
        Entered entered = new Entered(kept("reschedule"), view, alternatives).on(type.get());
        return Optional.of(move(asked, entered, new FreeTimesSearch(availability, visitor.catalog(), type.get())));
    }

    private MoveForm move(RequestPages.Asked asked, Entered entered, FreeTimesSearch search) {
        WhenQuestion.Ways ways = (label, there, view, slot) ->
                new Turn(label, href("", parameters(there, view)) + "#carelet-move", false, slot);
        WhenQuestion.When when = new WhenQuestion(visitor, asked, entered, search, ways).ask();
        Location location = asked.location();
        Times times = new RequestTimes(words(), entered.kept())
                .show(new RequestRules(asked.type(), location).choices(clock.instant()));
        List<Hidden> hidden = new ArrayList<>();
        hidden.add(new Hidden("token", token));
        hidden.add(new Hidden("location", location.id()));
        return new MoveForm(
                href("/reschedule", parameters(location, entered.view())) + "#top",
                hidden,
                when.free(),
                when.preferred() ? Optional.of(times) : Optional.empty(),
                when.none(),
                when.turns());
    }

    private Map<String, String> parameters(Location location, View view) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("change", view.way().orElse(View.Way.TIMES).code());
        view.from().ifPresent(day -> parameters.put("from", day.toString()));
        if (!location.id().equals(booking.location())) {
            parameters.put("at", location.id());
        }
        return parameters;
    }

    private String href(String below, Map<String, String> parameters) {
        return href(visitor.language(), below, parameters);
    }

    /** Returns the address of the page in a language. */
    String href(String language) {
        return href(language, "", Map.of());
    }

    /** A language that is not the booking's own goes along. */
    private String href(String language, String below, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (!language.equals(booking.language())) {
            all.put("lang", language);
        }
        return visitor.links().manage(manageToken, below, all);
    }

    private String action(String name) {
        return href("/" + name, Map.of());
    }

    private boolean isTried(String action) {
        return tried.filter(each -> each.action().equals(action)).isPresent();
    }

    private Kept kept(String action) {
        return tried.filter(each -> each.action().equals(action))
                .map(Tried::kept)
                .orElseGet(Kept::nothing);
    }

    private Messages words() {
        return visitor.words();
    }
}
