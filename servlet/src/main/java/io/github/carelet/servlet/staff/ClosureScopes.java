package io.github.carelet.servlet.staff;

import io.github.carelet.booking.Closure;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be closed: places, persons and rooms, as forms say it and in words. */
record ClosureScopes(Visit visit, Catalog catalog) {

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** Returns what a form says, such as {@code place arcadia}; empty if it says nothing. */
    static Optional<Closure.Scope> parse(String text) {
        String[] words = text.split(" ", 3);
        return switch (words[0] + words.length) {
            case "place2" -> Optional.of(new Closure.Place(words[1]));
            case "person2" -> Optional.of(new Closure.Person(words[1]));
            case "pool3" -> Optional.of(new Closure.Pool(words[1], words[2]));
            default -> Optional.empty();
        };
    }

    /** Returns everything that can be closed. */
    List<Choice> choices(String picked) {
        List<Closure.Scope> scopes = new ArrayList<>();
        catalog.locations().stream()
                .filter(location -> location.hours().isPresent())
                .forEach(location -> scopes.add(new Closure.Place(location.id())));
        catalog.practitioners().forEach(person -> scopes.add(new Closure.Person(person.id())));
        catalog.appointmentTypes().stream()
                .filter(type -> type.practitioners().isEmpty() && !type.pool().isEmpty())
                .flatMap(type -> type.locations().stream().map(location -> new Closure.Pool(location, type.pool())))
                .distinct()
                .forEach(scopes::add);
        return scopes.stream()
                .map(scope -> new Choice(text(scope), name(scope), text(scope).equals(picked)))
                .toList();
    }

    /** Returns what is closed, in words. */
    String name(Closure.Scope scope) {
        if (scope instanceof Closure.Place place) {
            return location(place.location());
        }
        if (scope instanceof Closure.Pool pool) {
            return visit.text("staff.closures.pool", pool.pool(), location(pool.location()));
        }
        String id = ((Closure.Person) scope).practitioner();
        return catalog.practitioners().stream()
                .filter(each -> each.id().equals(id))
                .map(each -> each.name().in(visit.words().language()).value())
                .findFirst()
                .orElse(id);
    }

    /** Returns when it is closed, in words. */
    String when(Closure.Draft what) {
        String days = what.from().equals(what.to())
                ? visit.words().longDate(what.from())
                : visit.text(
                        "staff.closures.days",
                        visit.words().longDate(what.from()),
                        visit.words().longDate(what.to()));
        return what.time()
                .map(part -> visit.text("staff.closures.part", days, time(part.startMinute()), time(part.endMinute())))
                .orElse(days);
    }

    private String time(int minute) {
        return visit.words().time(LocalTime.ofSecondOfDay(minute % MINUTES_OF_A_DAY * 60L));
    }

    private String location(String id) {
        return catalog.location(id)
                .map(Location::name)
                .map(name -> name.in(visit.words().language()).value())
                .orElse(id);
    }

    private static String text(Closure.Scope scope) {
        if (scope instanceof Closure.Place place) {
            return "place " + place.location();
        }
        return scope instanceof Closure.Pool pool
                ? "pool " + pool.location() + " " + pool.pool()
                : "person " + ((Closure.Person) scope).practitioner();
    }
}
