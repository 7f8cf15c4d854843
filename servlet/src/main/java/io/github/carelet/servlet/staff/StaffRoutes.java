package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import java.util.List;

/** Everything that the inbox answers. What is not here does not exist. */
final class StaffRoutes {

    private StaffRoutes() {}

    static List<Route> of(Carelet carelet, Pages pages) {
        BookingHandler booking = new BookingHandler(carelet, pages);
        InboxHandler inbox = new InboxHandler(carelet, pages);
        DeliveriesHandler deliveries = new DeliveriesHandler(carelet, pages);
        DayHandler days = new DayHandler(carelet, pages);
        PhoneHandler phone = new PhoneHandler(carelet, pages);
        ClosuresHandler closures = new ClosuresHandler(carelet, pages);
        RightsHandler rights = new RightsHandler(carelet, pages);
        return List.of(
                Route.get("day", days::show),
                Route.get("phone", phone::show),
                Route.post("phone", phone::enter),
                Route.get("closures", closures::list),
                Route.post("closures", closures::close),
                Route.post("closures/{closure}/open", closures::open),
                Route.get("figures", new FiguresHandler(carelet, pages)::show),
                Route.get("audit", new AuditHandler(carelet, pages)::list).forAdmins(),
                Route.get("deliveries", deliveries::list),
                Route.post("deliveries/enable", deliveries::enable),
                Route.post("deliveries/{message}/replay", deliveries::replay),
                Route.get("", inbox::list),
                Route.post("search", inbox::search),
                Route.get("count", inbox::count),
                Route.post("export", new ExportHandler(carelet, pages)::export),
                Route.get("bookings/{reference}", booking::show),
                Route.post("bookings/{reference}/file", rights::file).forAdmins(),
                Route.post("bookings/{reference}/forget", rights::forget).forAdmins(),
                Route.post("bookings/{reference}/{deed}", booking::act));
    }
}
