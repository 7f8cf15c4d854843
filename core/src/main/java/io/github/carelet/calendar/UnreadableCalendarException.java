package io.github.carelet.calendar;

/** A file is no calendar, or more of one than is put up with. Says why, and quotes nothing of it. */
final class UnreadableCalendarException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableCalendarException(String message) {
        super(message);
    }
}
