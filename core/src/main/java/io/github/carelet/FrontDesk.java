package io.github.carelet;

import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.Closures;
import io.github.carelet.booking.Inbox.InboxAccess;
import io.github.carelet.booking.Retention;
import io.github.carelet.calendar.PractitionerCalendars;
import io.github.carelet.delivery.Deliveries;
import io.github.carelet.privacy.PartnerTokens;
import io.github.carelet.privacy.UserTokens;
import io.github.carelet.store.SqlStorage;
import java.util.Optional;

/**
 * What a Carelet that takes bookings has beyond content.
 *
 * @param desk takes them
 * @param inbox shows them to the clinic
 * @param closures knows what is closed besides what the catalogue says
 * @param retention forgets patients in time
 * @param deliveries knows who was told of them
 * @param patrol verifies who saw and changed what
 * @param storage keeps them
 * @param userTokens signs the forms of the clinic's people
 * @param partnerTokens name the partners' own pages
 * @param partners knows the sites that may frame what is shown
 * @param agreement knows whether another node has a newer catalogue
 * @param calendars of practitioners, if any are read
 * @param backlog knows how much waits to be delivered, if anybody counts
 * @param told whether anything tells somebody of a booking
 */
record FrontDesk(
        BookingDesk desk,
        InboxAccess inbox,
        Closures closures,
        Retention retention,
        Deliveries deliveries,
        AuditPatrol patrol,
        SqlStorage storage,
        UserTokens userTokens,
        PartnerTokens partnerTokens,
        PartnerDirectory partners,
        CatalogAgreement agreement,
        Optional<PractitionerCalendars> calendars,
        Optional<BacklogWatch> backlog,
        boolean told) {}
