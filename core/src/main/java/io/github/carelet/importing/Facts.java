package io.github.carelet.importing;

import io.github.carelet.catalog.OpenInterval;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the fact pass found in a source, while it is collected: places, numbers, and which block says what. Not thread-safe. */
final class Facts {

    /**
     * What a block says.
     *
     * @param target where that goes
     * @param whole whether the block says nothing else
     * @param reason what to know about it; empty if there is nothing to say
     */
    record Claim(Target target, boolean whole, String reason) {}

    /**
     * A number that belongs to no place.
     *
     * @param number in E.164
     * @param fax whether it is a fax
     * @param block the block that says it; -1 if none does
     * @param side whether it is said to be that of a desk which patients don't call first
     */
    record Loose(String number, boolean fax, int block, boolean side) {}

    private final Map<String, PlaceFact> places = new LinkedHashMap<>();
    private final Map<Integer, Claim> claims = new HashMap<>();
    private final Map<Integer, Set<String>> numbers = new HashMap<>();
    private final Set<Integer> alone = new HashSet<>();
    private final List<Loose> loose = new ArrayList<>();
    private String clinicName = "";
    private String appointment = "";

    /** Adds a place, or what is new about it; returns its key. */
    String add(PlaceFact place) {
        String key =
                places.containsKey(place.key()) ? place.key() : sameHouse(place).orElse(place.key());
        places.merge(key, place, PlaceFact::with);
        return key;
    }

    /** A text that leaves the suite out means the only one that is known at the house. */
    private Optional<String> sameHouse(PlaceFact place) {
        String house = place.key().substring(0, place.key().lastIndexOf('/') + 1);
        List<String> same = places.keySet().stream()
                .filter(each ->
                        each.startsWith(house) && (place.address().unit().isEmpty() || each.equals(house)))
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    List<PlaceFact> places() {
        return List.copyOf(places.values());
    }

    Optional<PlaceFact> place(String key) {
        return Optional.ofNullable(places.get(key));
    }

    void phone(String key, String number, boolean fax) {
        places.computeIfPresent(key, (any, place) -> fax ? place.fax(number) : place.phone(number));
    }

    void hours(String key, Map<DayOfWeek, List<OpenInterval>> hours) {
        places.computeIfPresent(key, (any, place) -> place.hours(hours));
    }

    void loose(Loose number) {
        loose.add(number);
    }

    List<Loose> loose() {
        return List.copyOf(loose);
    }

    /** Notes what a block says; what was noted first counts, but a claim to the whole block goes before others. */
    void claim(int block, Target target, boolean whole, String reason) {
        claims.merge(
                block, new Claim(target, whole, reason), (old, young) -> old.whole() || !young.whole() ? old : young);
    }

    Optional<Claim> claim(int block) {
        return Optional.ofNullable(claims.get(block));
    }

    /** Returns whether a block says facts and nothing else, so that it is no part of a text. */
    boolean isWhole(int block) {
        return alone.contains(block) || claim(block).map(Claim::whole).orElse(false);
    }

    /** Notes that a block says nothing but a number that belongs to no place. */
    void alone(int block) {
        alone.add(block);
    }

    void saw(int block, String number) {
        numbers.computeIfAbsent(block, any -> new LinkedHashSet<>()).add(number);
    }

    Set<String> numbersIn(int block) {
        return numbers.getOrDefault(block, Set.of());
    }

    String clinicName() {
        return clinicName;
    }

    void clinicName(String name) {
        clinicName = clinicName.isEmpty() ? name : clinicName;
    }

    /** Returns what the page calls asking for an appointment; empty if it does not. */
    String appointment() {
        return appointment;
    }

    void appointment(String label) {
        appointment = appointment.isEmpty() ? label : appointment;
    }
}
