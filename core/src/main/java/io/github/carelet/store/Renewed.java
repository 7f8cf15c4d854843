package io.github.carelet.store;

/**
 * How far everything is encrypted with the current key.
 *
 * @param bookings how many bookings were looked at
 * @param values how many values were encrypted anew
 * @param unreadable how many bookings can't be decrypted and were left as they are; while there is one, no key can go
 */
public record Renewed(int bookings, int values, int unreadable) {

    Renewed plus(Renewed more) {
        return new Renewed(bookings + more.bookings, values + more.values, unreadable + more.unreadable);
    }
}
