package io.github.carelet.booking;

import io.github.carelet.privacy.KeyRing;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the secret part of patients' links again, which is kept nowhere: the key that made it gives it. Safe for use by many threads. */
public final class ManageLinks {

    private final BookingNames names;
    private final BookingStore store;

    /**
     * Makes one.
     *
     * @param keys the secrets of the clinic
     * @param store knows which of them a booking's link was made with
     */
    public ManageLinks(KeyRing keys, BookingStore store) {
        this.names = new BookingNames(keys, new SecureRandom());
        this.store = store;
    }

    /**
     * Returns the secret part of the link to a booking; empty if the key that made it is gone.
     *
     * @throws StoreUnavailableException if the store can't be asked now
     */
    public Optional<String> tokenOf(Booking booking) {
        String current = names.keys().currentId();
        Stream<String> others =
                names.keys().ids().stream().filter(id -> !id.equals(current)).sorted();
        return Stream.concat(Stream.of(current), others)
                .map(keyId -> names.manageToken(keyId, booking.id()))
                .filter(token -> leadsTo(token, booking))
                .findFirst();
    }

    private boolean leadsTo(String token, Booking booking) {
        return store.findByManageHash(BookingNames.manageHash(token))
                .filter(found -> found.id().equals(booking.id()))
                .isPresent();
    }
}
