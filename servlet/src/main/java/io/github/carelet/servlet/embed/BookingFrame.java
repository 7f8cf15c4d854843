package io.github.carelet.servlet.embed;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The frame of the form, for {@code embed/booking.jte}.
 *
 * @param mode where it stands
 * @param label what it is for: the words of the button, and the name of the frame
 * @param close the words of the button that closes it
 * @param href the address of the form
 */
public record BookingFrame(Mode mode, String label, String close, String href) {

    /** Where the frame stands. */
    public enum Mode {
        /** In the page. */
        INLINE,
        /** In a dialog, which a link or button in the page opens. */
        POPUP,
        /** In a dialog, which a button at the edge of the window opens. */
        BUTTON;

        /** Returns the mode of a code, such as {@code popup}. */
        static Optional<Mode> of(String code) {
            return Stream.of(values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(code))
                    .findFirst();
        }
    }

    /** Returns whether it is in a dialog. */
    public boolean inDialog() {
        return mode != Mode.INLINE;
    }

    /** Returns whether a link of the page may open it. */
    public boolean openedByPage() {
        return mode == Mode.POPUP;
    }
}
