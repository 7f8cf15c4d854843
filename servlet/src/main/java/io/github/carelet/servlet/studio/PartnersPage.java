package io.github.carelet.servlet.studio;

import io.github.carelet.language.Messages;
import io.github.carelet.servlet.page.Document;
import java.util.List;
import java.util.Optional;

/**
 * The partners as an administrator sees them, for {@code studio/partners.jte}.
 *
 * @param document the frame
 * @param words the messages for whoever reads
 * @param target where forms go
 * @param entries the partners
 * @param fresh the form for one more, or for what was tried in vain
 */
public record PartnersPage(Document document, Messages words, Target target, List<Entry> entries, Fresh fresh) {

    /** Copies the list. */
    public PartnersPage {
        entries = List.copyOf(entries);
    }

    /**
     * Where forms go.
     *
     * @param action their address
     * @param token what they carry against forgery
     * @param back the address of the studio
     */
    public record Target(String action, String token, String back) {}

    /**
     * A partner.
     *
     * @param id its id
     * @param origins one in each line
     * @param switches what its pages say, hear and look like
     * @param configured whether only the configuration can change it
     * @param href the address of its own page
     */
    public record Entry(String id, String origins, Switches switches, boolean configured, Optional<String> href) {}

    /**
     * What is to be entered.
     *
     * @param problem why it was not, if it was tried
     * @param id as typed
     * @param origins as typed
     * @param switches as chosen
     */
    public record Fresh(Optional<String> problem, String id, String origins, Switches switches) {}

    /**
     * What the pages of a partner show, say, hear and look like.
     *
     * @param limits the parts of the catalogue that a partner can be limited to
     * @param jsonLd what they may say to search engines
     * @param events whether their scripts hear how far a request is
     * @param look what differs from the standard look, as declarations in CSS
     */
    public record Switches(List<Limit> limits, List<Role> jsonLd, boolean events, String look) {

        /** Copies the lists. */
        public Switches {
            limits = List.copyOf(limits);
            jsonLd = List.copyOf(jsonLd);
        }

        /** Returns whether the partner is for less than everything. */
        public boolean isLimited() {
            return limits.stream().flatMap(each -> each.parts().stream()).anyMatch(Part::chosen);
        }
    }

    /**
     * A kind of things that a partner can be limited to.
     *
     * @param name of the field
     * @param label in words
     * @param parts all that there are
     */
    public record Limit(String name, String label, List<Part> parts) {

        /** Copies the list. */
        public Limit {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A location, a treatment or a language.
     *
     * @param value its id or tag
     * @param label its name
     * @param chosen whether the partner is for it
     */
    public record Part(String value, String label, boolean chosen) {}

    /**
     * What a page can say to search engines.
     *
     * @param code its code
     * @param label in words
     * @param chosen whether that holds
     */
    public record Role(String code, String label, boolean chosen) {}
}
