package io.github.carelet.servlet.staff;

import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.HistoryEntry.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the front desk does with a booking; each is a form that is sent to a path of its own. */
enum Deed {
    CONFIRM(BookingStatus.CONFIRMED),
    PROPOSE(BookingStatus.PROPOSED),
    WAITLIST(BookingStatus.WAITLISTED),
    OFFER(BookingStatus.WAITLISTED),
    RESCHEDULE(BookingStatus.CONFIRMED),
    DECLINE(BookingStatus.DECLINED),
    CANCEL(BookingStatus.CANCELLED),
    RELEASE(BookingStatus.REQUESTED),
    ARRIVE(BookingStatus.ARRIVED),
    COMPLETE(BookingStatus.COMPLETED),
    NO_SHOW(BookingStatus.NO_SHOW),
    NOTE(Kind.NOTE),
    CONTACT(Kind.CONTACT),
    RECORDED(Kind.RECORDED),
    REVOKE_SMS(Kind.SMS_REVOKED),
    REVOKE_MARKETING(Kind.MARKETING_REVOKED),
    UNDO(Kind.UNDONE);

    private final Optional<BookingStatus> target;
    private final Kind kind;

    Deed(BookingStatus target) {
        this.target = Optional.of(target);
        this.kind = Kind.CHANGE;
    }

    Deed(Kind kind) {
        this.target = Optional.empty();
        this.kind = kind;
    }

    /** Returns whether an entry of a history is what this makes. */
    boolean made(HistoryEntry entry) {
        return entry.kind() == kind && target.map(entry.status()::equals).orElse(true);
    }

    /** Returns whether it needs one or more times. */
    boolean picksTimes() {
        return switch (this) {
            case CONFIRM, PROPOSE, OFFER, RESCHEDULE -> true;
            default -> false;
        };
    }

    /** Returns it as it stands in a path and in the keys of messages, such as {@code no-show}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Deed> of(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
