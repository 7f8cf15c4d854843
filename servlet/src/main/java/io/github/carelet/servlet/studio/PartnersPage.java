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
     * What the pages of a partner say, hear and look like.
     *
     * @param jsonLd what they may say to search engines
     * @param events whether their scripts hear how far a request is
     * @param look what differs from the standard look, as declarations in CSS
     */
    public record Switches(List<Role> jsonLd, boolean events, String look) {

        /** Copies the list. */
        public Switches {
            jsonLd = List.copyOf(jsonLd);
        }
    }

    /**
     * What a page can say to search engines.
     *
     * @param code its code
     * @param label in words
     * @param chosen whether that holds
     */
    public record Role(String code, String label, boolean chosen) {}
}
