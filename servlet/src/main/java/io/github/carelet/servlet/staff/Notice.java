package io.github.carelet.servlet.staff;

/**
 * A page that says that something can't be done, for {@code staff/notice.jte}.
 *
 * @param shell the frame
 * @param heading what happened
 * @param text what to do
 * @param onward where to go
 */
public record Notice(Shell shell, String heading, String text, String onward) {}
