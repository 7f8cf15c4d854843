package io.github.carelet.importing;

import io.github.carelet.catalog.Link;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The clinic as it goes into the draft.
 *
 * @param name what it is called
 * @param url its site; empty if not known
 * @param phone its number
 * @param fax its fax number; empty if not known
 * @param zone its time zone
 * @param languages of its texts
 * @param appointment what its site calls asking for an appointment; empty if it does not
 * @param notes what of this was assumed, for a person to put right
 */
record ClinicDraft(
        String name,
        String url,
        String phone,
        String fax,
        String zone,
        List<String> languages,
        String appointment,
        List<String> notes) {

    /** Nobody has this number: it is set aside for fiction. */
    static final String NO_PHONE = "+15555550100";

    private static final String NO_NAME = "Clinic without a name";
    private static final String NO_ZONE = "America/New_York";

    ClinicDraft {
        languages = List.copyOf(languages);
        notes = List.copyOf(notes);
    }

    static ClinicDraft of(List<PageDraft> pages, Merged merged, Numbers numbers, States states) {
        List<String> notes = new ArrayList<>();
        String name =
                first(pages.stream().map(each -> each.facts().clinicName()).toList());
        if (name.isEmpty()) {
            notes.add("No name of a clinic was found: put it in /clinic/name and /clinic/id.");
        }
        String phone = numbers.phone().orElse("");
        if (phone.isEmpty()) {
            notes.add("No phone number was found: /clinic/phone is a number that nobody has, " + NO_PHONE + ".");
        }
        String zone = first(merged.places().stream()
                .map(each -> states.zone(each.address().region()).orElse(""))
                .toList());
        if (zone.isEmpty()) {
            notes.add("No address tells the time zone: check /clinic/timeZone.");
        }
        String appointment =
                first(pages.stream().map(each -> each.facts().appointment()).toList());
        if (!appointment.isEmpty()) {
            notes.add("The page asks patients to request an appointment: check the length of a visit, 30 minutes, in"
                    + " /appointmentTypes/0/duration.");
        }
        Set<String> languages = new LinkedHashSet<>();
        pages.stream().filter(PageDraft::recognised).map(PageDraft::language).forEach(languages::add);
        return new ClinicDraft(
                name.isEmpty() ? NO_NAME : name,
                first(pages.stream().map(each -> site(each.head().url())).toList()),
                phone.isEmpty() ? NO_PHONE : phone,
                numbers.fax().orElse(""),
                zone.isEmpty() ? NO_ZONE : zone,
                languages.isEmpty() ? List.of("en") : List.copyOf(languages),
                label(appointment),
                notes);
    }

    private static String first(List<String> texts) {
        return texts.stream().filter(each -> !each.isEmpty()).findFirst().orElse("");
    }

    /** Of "Book online: Request an appointment" the second part is what the button says. */
    private static String label(String text) {
        int colon = text.indexOf(':');
        String after = colon < 0 ? "" : text.substring(colon + 1).strip();
        return Words.count(after) >= 2 ? after : text;
    }

    private static String site(String url) {
        try {
            URI uri = URI.create(url);
            String root = uri.getScheme() + "://" + uri.getRawAuthority() + "/";
            return url.isEmpty() || !Link.isSafe(root) ? "" : root;
        } catch (IllegalArgumentException e) {
            return ""; // written so badly that it leads nowhere
        }
    }
}
