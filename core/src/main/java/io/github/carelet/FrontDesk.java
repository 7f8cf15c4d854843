package io.github.carelet;

import io.github.carelet.booking.Availability;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.Inbox.InboxAccess;
import io.github.carelet.delivery.Deliveries;
import io.github.carelet.store.SqlStorage;

/**
 * What a Carelet that takes bookings has beyond content.
 *
 * @param desk takes them
 * @param availability knows which times are free
 * @param inbox shows them to the clinic
 * @param deliveries knows who was told of them
 * @param storage keeps them
 */
record FrontDesk(
        BookingDesk desk, Availability availability, InboxAccess inbox, Deliveries deliveries, SqlStorage storage) {}
