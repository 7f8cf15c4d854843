package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Access;
import io.github.carelet.catalog.Known;
import io.github.carelet.catalog.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows the clinic and its locations.
 *
 * @param scene what it is made from
 */
record PlaceViews(Scene scene) {

    /** Returns the clinic: its name, what it accepts, and its locations in short or in full. */
    Places clinic() {
        int level = scene.level();
        Text name = scene.voice().of(scene.catalog().clinic().name());
        return new Places(
                Optional.of(new Places.Title(level, name)), FirstQuestions.of(scene), chosen(Rendition.below(level)));
    }

    /** Returns the locations of a list. */
    Places list() {
        return new Places(Optional.empty(), List.of(), chosen(scene.level()));
    }

    /** Returns one location. */
    Places one(Location location) {
        return new Places(Optional.empty(), List.of(), List.of(place(location, scene.level())));
    }

    private List<Place> chosen(int level) {
        Optional<String> only = scene.rendition().location();
        return scene.catalog().locations().stream()
                .filter(each -> only.isEmpty() || only.get().equals(each.id()))
                .map(each -> place(each, level))
                .toList();
    }

    /** Returns a location under a heading of the given level. */
    Place place(Location location, int level) {
        boolean full = scene.rendition().full();
        Optional<HoursWords> hours =
                location.hours().map(each -> new HoursWords(each, location.timeZone(), scene.now(), scene.voice()));
        return new Place(
                scene.id("locations", location.id()),
                level,
                name(location),
                hours.map(HoursWords::opening),
                location.address().lines().stream()
                        .map(scene.voice().messages()::apart)
                        .toList(),
                Anchor.to(Links.directions(location.address()), scene.voice().say("directions")),
                Anchor.to(
                        location.phone().link().href(),
                        scene.voice()
                                .ours(scene.voice()
                                        .messages()
                                        .apart(location.phone().display()))),
                full ? hours.map(HoursWords::week) : Optional.empty(),
                hours.map(HoursWords::changes).orElse(List.of()),
                full ? facts(location) : List.of(),
                full ? Optional.of(FirstQuestions.of(scene, location, level)) : Optional.empty());
    }

    private Anchor name(Location location) {
        Text name = scene.voice().of(location.name());
        boolean alone = scene.rendition().id().isPresent() && scene.rendition().full();
        return alone ? Anchor.text(name) : Anchor.to(scene.links().page(Kind.LOCATIONS, location.id()), name);
    }

    private List<Fact> facts(Location location) {
        List<Fact> facts = new ArrayList<>();
        if (location.acceptingNewPatients() != Known.UNKNOWN) {
            boolean accepting = location.acceptingNewPatients() == Known.YES;
            facts.add(fact("patients.new", List.of(scene.voice().say(accepting ? "yes" : "no"))));
        }
        List<Text> access = access(location.access());
        if (!access.isEmpty()) {
            facts.add(fact("access", access));
        }
        if (!location.languagesSpoken().isEmpty()) {
            facts.add(languages(scene, location.languagesSpoken()));
        }
        return facts;
    }

    private List<Text> access(Access access) {
        List<Text> words = new ArrayList<>();
        addIfKnown(words, "access.stepFree", access.stepFree());
        addIfKnown(words, "access.parking", access.parking());
        addIfKnown(words, "access.hearingLoop", access.hearingLoop());
        return words;
    }

    private void addIfKnown(List<Text> words, String key, Known known) {
        if (known != Known.UNKNOWN) {
            words.add(scene.voice().say(key + (known == Known.YES ? ".yes" : ".no")));
        }
    }

    private Fact fact(String key, List<Text> values) {
        return new Fact(
                scene.voice().say(key), values.stream().map(Anchor::text).toList());
    }

    /** Returns which languages are spoken. */
    static Fact languages(Scene scene, List<String> tags) {
        List<Anchor> names = tags.stream()
                .map(tag ->
                        Anchor.text(scene.voice().ours(scene.voice().messages().languageName(tag))))
                .toList();
        return new Fact(scene.voice().say("languages"), names);
    }
}
