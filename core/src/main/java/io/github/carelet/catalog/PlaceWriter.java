package io.github.carelet.catalog;

import java.io.IOException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes where a clinic is and when that is open. */
final class PlaceWriter {

    private final JsonText json;

    PlaceWriter(JsonText json) {
        this.json = json;
    }

    void location(Location location) throws IOException {
        json.text("id", location.id());
        json.localized("name", location.name());
        json.text("phone", location.phone().e164());
        json.text("fax", location.fax().map(PhoneNumber::e164));
        json.object("address", () -> address(location.address()));
        if (location.geo().isPresent()) {
            json.object("geo", () -> geo(location.geo().get()));
        }
        json.text("timeZone", location.timeZone().getId());
        hours(location.hours());
        json.texts("languagesSpoken", location.languagesSpoken());
        json.object("access", () -> access(location.access()));
        json.yesOrNo("acceptingNewPatients", location.acceptingNewPatients());
        insurance(location.insuranceAccepted());
    }

    void insurance(List<Insurance> accepted) throws IOException {
        json.objects("insuranceAccepted", accepted, each -> {
            json.localized("name", each.name());
            json.text("reviewedOn", each.reviewedOn());
        });
    }

    void hours(Optional<OpeningHours> hours) throws IOException {
        if (hours.isPresent()) {
            json.object("hours", () -> hours(hours.get()));
        }
    }

    private void hours(OpeningHours hours) throws IOException {
        json.object("weekly", () -> {
            for (DayOfWeek day : DayOfWeek.values()) {
                String name = day.name().substring(0, 3).toLowerCase(Locale.ROOT);
                json.all(name, intervals(hours.weekly().getOrDefault(day, List.of())));
            }
        });
        json.objects("exceptions", hours.exceptions(), this::exception);
    }

    private void exception(HoursException exception) throws IOException {
        json.text("from", exception.from().toString());
        json.text("to", exception.to().toString());
        json.flag("closed", exception.closed());
        json.texts("open", intervals(exception.open()));
        if (exception.note().isPresent()) {
            json.localized("note", exception.note().get());
        }
    }

    private static List<String> intervals(List<OpenInterval> intervals) {
        return intervals.stream().map(OpenInterval::toString).toList();
    }

    private void address(Address address) throws IOException {
        json.text("street", address.street());
        json.text("unit", address.unit());
        json.text("city", address.city());
        json.text("region", address.region());
        json.text("postalCode", address.postalCode());
        json.text("country", address.country());
    }

    private void geo(Geo geo) throws IOException {
        json.number("lat", geo.lat());
        json.number("lng", geo.lng());
    }

    private void access(Access access) throws IOException {
        json.choice("stepFree", access.stepFree());
        json.choice("parking", access.parking());
        json.choice("hearingLoop", access.hearingLoop());
    }
}
