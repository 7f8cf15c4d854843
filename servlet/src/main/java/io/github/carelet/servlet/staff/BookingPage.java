package io.github.carelet.servlet.staff;

import java.util.List;
import java.util.Optional;

/**
 * The page of one booking, for {@code staff/booking.jte}.
 *
 * @param shell the frame
 * @param trouble why it comes back, if it does
 * @param clash what somebody else did first, if somebody did
 * @param done what was done just now, in words
 * @param name the patient's name
 * @param reference what the booking is called
 * @param state its state
 * @param when when it takes place, or is wished for; a line each
 * @param promise what was promised to the patient, in words
 * @param late whether that was not kept
 * @param wants what the patient wants
 * @param contact how the patient is reached
 * @param facts how it came in, and what was agreed to
 * @param forgotten whether its patient is forgotten: nothing can be done with it any more
 * @param hidden what every form carries
 * @param answer the form to settle a time
 * @param deeds what is done with one button
 * @param sayings what is done with a word about it
 * @param desk what is written down about it
 * @param rights what the patient may ask for, for administrators
 * @param history what happened
 * @param sent who was told of it
 */
public record BookingPage(
        Shell shell,
        Optional<Trouble> trouble,
        Optional<Clash> clash,
        Optional<String> done,
        String name,
        String reference,
        State state,
        List<String> when,
        Optional<String> promise,
        boolean late,
        List<Fact> wants,
        Contact contact,
        List<Fact> facts,
        boolean forgotten,
        Hidden hidden,
        Optional<AnswerForm> answer,
        List<DeedForm> deeds,
        List<SayingForm> sayings,
        DeskForms desk,
        Optional<RightsForm> rights,
        List<Step> history,
        List<Sent> sent) {

    /** Copies the lists. */
    public BookingPage {
        when = List.copyOf(when);
        wants = List.copyOf(wants);
        facts = List.copyOf(facts);
        deeds = List.copyOf(deeds);
        sayings = List.copyOf(sayings);
        history = List.copyOf(history);
        sent = List.copyOf(sent);
    }

    /** What is on it is about a patient. */
    @Override
    public String toString() {
        return "BookingPage[" + reference + "]";
    }

    /**
     * What every form carries.
     *
     * @param token that the page was made for whoever sends it
     * @param version the version that they have seen
     */
    public record Hidden(String token, int version) {

        @Override
        public String toString() {
            return "Hidden[v" + version + "]";
        }
    }

    /**
     * What two people did at once.
     *
     * @param heading who was faster
     * @param theirs what they did
     * @param mine what the other was about to do
     */
    public record Clash(String heading, List<Step> theirs, List<Fact> mine) {

        /** Copies the lists. */
        public Clash {
            theirs = List.copyOf(theirs);
            mine = List.copyOf(mine);
        }
    }

    /**
     * Something that happened.
     *
     * @param at when
     * @param who who did it
     * @param state the state afterwards
     * @param what more of what happened; may be empty
     * @param note what was said about it; may be empty
     */
    public record Step(String at, String who, State state, String what, String note) {

        @Override
        public String toString() {
            return "Step[" + at + "]";
        }
    }

    /**
     * The form to settle a time.
     *
     * @param heading what it is for
     * @param action where it goes
     * @param submit what its button says
     * @param second where its second button leads, if it has one
     * @param times what to choose from
     * @param anyway what is unusual about the time, to be confirmed with a tick
     * @param untils until when offers hold
     * @param note what was typed as a note
     * @param folded whether it is folded away at first
     */
    public record AnswerForm(
            String heading,
            String action,
            String submit,
            Optional<Second> second,
            TimeChoice times,
            Optional<String> anyway,
            List<Choice> untils,
            String note,
            boolean folded) {

        /** Copies the list. */
        public AnswerForm {
            untils = List.copyOf(untils);
        }

        @Override
        public String toString() {
            return "AnswerForm[" + action + "]";
        }
    }

    /**
     * A second button of a form.
     *
     * @param action where it leads
     * @param submit what it says
     */
    public record Second(String action, String submit) {}

    /**
     * Something that is done with one button.
     *
     * @param action where it goes
     * @param submit what the button says
     * @param main whether it is the thing to do next
     */
    public record DeedForm(String action, String submit, boolean main) {}

    /**
     * Something that is done with a word about it.
     *
     * @param id of its field
     * @param action where it goes
     * @param summary what unfolds it
     * @param submit what the button says
     * @param label what is to be said
     * @param usual what is usually said
     * @param text what was typed
     * @param open whether it is unfolded
     */
    public record SayingForm(
            String id,
            String action,
            String summary,
            String submit,
            String label,
            List<String> usual,
            String text,
            boolean open) {

        /** Copies the list. */
        public SayingForm {
            usual = List.copyOf(usual);
        }

        @Override
        public String toString() {
            return "SayingForm[" + id + "]";
        }
    }
}
