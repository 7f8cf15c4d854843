package io.github.carelet.servlet.doctor;

import io.github.carelet.booking.BookingDesk;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sends the last form of a booking on the way that patients' take, and judges what becomes of it. It books nothing. */
record Rehearsal(SelfCall call) {

    private static final String PATH = "/bookings";

    /** Of the same kind, with nothing in it that a filter could dislike. */
    private static final String HARMLESS = "token=none";

    /** Malformed, no length, too large, of another type. */
    private static final Set<Integer> BY_ITS_FORM = Set.of(400, 411, 413, 415);

    List<Complaint> complaints(BookingDesk desk) throws IOException {
        Map<String, String> fields = TrialForm.fields(desk, "en");
        String form = TrialForm.encoded(fields);
        Answer answer = call.post(PATH, form);
        String seen = "POST /bookings, Origin: null: " + answer.status();
        if (!answer.isOurs()) {
            return List.of(new Complaint(turnedAway(answer, form), seen));
        }
        return switch (answer.rehearsed()) {
            case "whole" -> FormHeadersCheck.complaints("POST /bookings", answer);
            case "changed" -> List.of(new Complaint(Fault.ENCODING, seen));
            default -> refused(answer, seen);
        };
    }

    /** Somebody else answered: in the name of whom, says what goes through instead. */
    private Fault turnedAway(Answer answer, String form) throws IOException {
        int status = answer.status();
        if (status == 401 || (status > 300 && status < 400)) {
            return Fault.SIGN_IN;
        }
        if (status >= 500 || BY_ITS_FORM.contains(status)) {
            return Fault.BODY;
        }
        if (call.postFromHere(PATH, form).isOurs()) {
            return Fault.ORIGIN;
        }
        return call.post(PATH, HARMLESS).isOurs() ? Fault.FIREWALL : Fault.CSRF;
    }

    /** Carelet answered, but not what it would have if all had arrived. */
    private static List<Complaint> refused(Answer answer, String seen) {
        if (answer.status() == 429) {
            return List.of();
        }
        // Whoever does not know the token of this Carelet, but all that was typed, is another one.
        return List.of(new Complaint(answer.body().contains(TrialForm.TYPED) ? Fault.KEYS : Fault.BODY, seen));
    }
}
