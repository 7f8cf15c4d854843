package io.github.carelet.servlet.staff;

import java.util.List;
import java.util.Optional;

/**
 * A page of bookings, for {@code staff/list.jte}.
 *
 * @param shell the frame
 * @param heading what is listed
 * @param tabs the states to choose from; none for what a search found
 * @param filter what else can be chosen; none for what a search found
 * @param search where the words of a search go
 * @param export where the list is taken out as a file
 * @param token that the page was made for whoever sends its forms
 * @param rows the bookings
 * @param empty what to say if there are none
 * @param next where the next page is
 * @param first where the first page is, if this is another one
 */
public record ListPage(
        Shell shell,
        String heading,
        List<Tab> tabs,
        Optional<FilterForm> filter,
        String search,
        String export,
        String token,
        List<Row> rows,
        String empty,
        Optional<String> next,
        Optional<String> first) {

    /** Copies the lists. */
    public ListPage {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
    }

    /** What is on it is about patients. */
    @Override
    public String toString() {
        return "ListPage[" + rows.size() + " rows]";
    }

    /**
     * A state to look at.
     *
     * @param label its name
     * @param href where it is listed
     * @param count how many there are; empty where that is not counted
     * @param here whether it is listed now
     */
    public record Tab(String label, String href, String count, boolean here) {}

    /**
     * What else can be chosen.
     *
     * @param action where it goes, by GET
     * @param state the state that is listed
     * @param locations the locations
     * @param partners the partners
     * @param source the page of a partner, or the campaign, that was chosen; may be empty
     * @param day the day that was chosen; may be empty
     * @param late whether only what is late is listed
     */
    public record FilterForm(
            String action,
            String state,
            List<Choice> locations,
            List<Choice> partners,
            String source,
            String day,
            boolean late) {

        /** Copies the lists. */
        public FilterForm {
            locations = List.copyOf(locations);
            partners = List.copyOf(partners);
        }

        /** Returns the id of the location that was picked; empty if all are listed. */
        public String location() {
            return picked(locations);
        }

        /** Returns the id of the partner that was picked; empty if all are listed. */
        public String partner() {
            return picked(partners);
        }

        private static String picked(List<Choice> choices) {
            return choices.stream()
                    .filter(Choice::picked)
                    .map(Choice::value)
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * A booking.
     *
     * @param state its state
     * @param late whether the answer that was promised is late
     * @param waits how long it has been waiting; may be empty
     * @param due what is promised until when, or what the time means; may be empty
     * @param name the patient's name
     * @param href its page
     * @param reference what it is called
     * @param what what the patient wants, and where
     * @param when when it takes place, or is wished for
     * @param phone the number to call, as people write it; may be empty
     * @param call where that link leads
     * @param deed the one thing to do next, if it can be done from here
     */
    public record Row(
            State state,
            boolean late,
            String waits,
            String due,
            String name,
            String href,
            String reference,
            String what,
            String when,
            String phone,
            String call,
            Optional<RowDeed> deed) {

        @Override
        public String toString() {
            return "Row[" + reference + "]";
        }
    }

    /**
     * Something that is done from a list, with one button.
     *
     * @param action where it goes
     * @param submit what the button says
     * @param version the version that is listed
     */
    public record RowDeed(String action, String submit, int version) {}
}
