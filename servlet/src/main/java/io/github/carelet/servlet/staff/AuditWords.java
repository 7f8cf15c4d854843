package io.github.carelet.servlet.staff;

import io.github.carelet.booking.Closure;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.privacy.AuditEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts into words what the trail says of a deed besides its name.
 *
 * @param scopes names what can be closed
 */
record AuditWords(ClosureScopes scopes) {

    private static final Pattern CLOSURE = Pattern.compile(
            "(closed|opened) ([^ /]+)(?:/(\\S+))? (\\d{4}-\\d\\d-\\d\\d) (\\d{4}-\\d\\d-\\d\\d)(?: (\\S+))?");
    private static final List<String> NAMES = List.of("staff.audit.detail.", "staff.state.", "staff.happened.");

    /** Returns it in words; what there are no words for, such as the sites of a partner, as it was written down. */
    String detail(AuditEvent event) {
        String detail = event.detail();
        Visit visit = scopes.visit();
        return switch (event.action()) {
            case CLOSURE -> closure(CLOSURE.matcher(detail)).orElse(detail);
            case PARTNER, REFUSED -> detail;
            default ->
                NAMES.stream()
                        .map(name -> name + detail)
                        .filter(visit.words()::has)
                        .findFirst()
                        .map(visit::text)
                        .orElse(detail);
        };
    }

    private Optional<String> closure(Matcher written) {
        if (!written.matches()) {
            return Optional.empty();
        }
        Closure.Scope scope = scope(written.group(2), Optional.ofNullable(written.group(3)));
        Closure.Draft what = new Closure.Draft(
                scope,
                LocalDate.parse(written.group(4)),
                LocalDate.parse(written.group(5)),
                Optional.ofNullable(written.group(6)).map(OpenInterval::parse),
                Optional.empty());
        return Optional.of(
                scopes.visit().text("staff.audit." + written.group(1), scopes.name(scope), scopes.when(what)));
    }

    private Closure.Scope scope(String id, Optional<String> pool) {
        return pool.<Closure.Scope>map(name -> new Closure.Pool(id, name))
                .orElseGet(() ->
                        scopes.catalog().location(id).isPresent() ? new Closure.Place(id) : new Closure.Person(id));
    }
}
