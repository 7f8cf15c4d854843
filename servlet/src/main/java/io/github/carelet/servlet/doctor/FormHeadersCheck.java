package io.github.carelet.servlet.doctor;

import java.util.ArrayList;
import java.util.List;

/** Which headers of an answer of the booking flow are not as Carelet sent them. */
final class FormHeadersCheck {

    private FormHeadersCheck() {}

    static List<Complaint> complaints(String what, Answer answer) {
        List<Complaint> complaints = new ArrayList<>();
        answer.first("X-Frame-Options")
                .ifPresent(value ->
                        complaints.add(new Complaint(Fault.FRAME_OPTIONS, what + ": X-Frame-Options: " + value)));
        List<String> policies = answer.all("Content-Security-Policy");
        if (policies.size() != 1 || !policies.get(0).startsWith("sandbox ")) {
            String strange = policies.stream()
                    .filter(each -> !each.startsWith("sandbox "))
                    .findFirst()
                    .orElse("-");
            complaints.add(new Complaint(Fault.POLICY, what + ": Content-Security-Policy: " + strange));
        }
        if (!answer.all("Referrer-Policy").equals(List.of("no-referrer"))) {
            complaints.add(new Complaint(Fault.REFERRER, what + ": Referrer-Policy: " + answer.all("Referrer-Policy")));
        }
        answer.first("Set-Cookie")
                .ifPresent(cookie -> complaints.add(
                        new Complaint(Fault.SESSION, what + ": Set-Cookie: " + cookie.replaceFirst("=.*", ""))));
        return complaints;
    }
}
