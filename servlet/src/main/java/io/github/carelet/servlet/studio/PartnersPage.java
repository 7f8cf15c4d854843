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
     * @param configured whether only the configuration can change it
     * @param href the address of its own page
     */
    public record Entry(String id, String origins, boolean configured, Optional<String> href) {}

    /**
     * What is to be entered.
     *
     * @param problem why it was not, if it was tried
     * @param id as typed
     * @param origins as typed
     */
    public record Fresh(Optional<String> problem, String id, String origins) {}
}
