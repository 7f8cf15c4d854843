package io.github.carelet.importing;

import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.importing.PostalAddresses.Found;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds facts anywhere in a source, in its footer as well as in its text: addresses with the names of their places, numbers,
 * hours, and what asks for an appointment. Used once.
 */
final class FactPass {

    private static final int NEAR = 8;
    private static final int BREAK = 50;
    private static final int LABEL_WORDS = 7;

    /** An address in lines, and the key of its place. */
    private record Stand(int first, int last, String key) {}

    private record Timed(int line, HoursGrammar.Line said) {}

    private final Lines lines;
    private final Knowledge knowledge;
    private final Facts facts = new Facts();
    private final NavigableMap<Integer, Stand> stands = new TreeMap<>();
    private final Set<Integer> labels = new HashSet<>();
    private final Set<Integer> hourLines = new HashSet<>();
    private final Map<Integer, Boolean> onlyFacts = new HashMap<>();

    private FactPass(List<Block> blocks, Knowledge knowledge) {
        this.lines = Lines.of(blocks);
        this.knowledge = knowledge;
    }

    static Facts of(List<Block> blocks, StructuredFacts structured, Knowledge knowledge) {
        FactPass pass = new FactPass(blocks, knowledge);
        structured.organisation().ifPresent(pass.facts::clinicName);
        for (int at = 0; at < pass.lines.size(); at++) {
            pass.addresses(at);
        }
        structured.places().forEach(pass.facts::add);
        pass.hours();
        for (int at = 0; at < pass.lines.size(); at++) {
            pass.phones(at);
        }
        structured
                .things()
                .forEach(each ->
                        each.phones().forEach(number -> pass.facts.loose(new Facts.Loose(number, false, -1, false))));
        blocks.forEach(pass::appointment);
        return pass.facts;
    }

    private void addresses(int at) {
        for (Found found : knowledge.addresses().endingIn(lines.all(), at)) {
            OptionalInt label = label(found);
            String name = label.isPresent() ? placeName(lines.all().get(label.getAsInt())) : before(found);
            String key = facts.add(PlaceFact.at(name, found.address()));
            PlaceFact place = facts.place(key).orElseThrow();
            stands.put(found.first(), new Stand(found.first(), at, key));
            for (int line = found.first(); line <= at; line++) {
                claim(line, Target.place(place, "address"), "");
            }
            label.ifPresent(line -> {
                labels.add(line);
                claim(line, Target.place(place, "name"), "");
            });
        }
    }

    /** What stands before the address in its line may be the name, as in "North office: 12 Elm St". */
    private String before(Found found) {
        String text = found.before().replaceAll("[\\s:,|–—-]+$", "").strip();
        boolean name = !text.isEmpty()
                && Words.count(text) <= LABEL_WORDS
                && Words.isTitleCase(text)
                && !knowledge.words().says("label.generic", text)
                && !knowledge.words().says("label.fact", text);
        return name ? placeName(text) : "";
    }

    /** Looks for the name of a place just above its address: a short line that is no other fact. */
    private OptionalInt label(Found found) {
        for (int at = found.first() - 1; at >= Math.max(0, found.first() - 3); at--) {
            String line = lines.all().get(at);
            if (isOtherFact(line)) {
                continue;
            }
            boolean brief = Words.count(line) <= LABEL_WORDS && !line.matches(".*[.!?]$|.*\\d{3}.*|.*©.*");
            if (!brief) {
                return OptionalInt.empty();
            }
            boolean generic = knowledge.words().says("label.generic", line);
            boolean named = knowledge.words().says("label.place", line)
                    || Words.key(line).contains(Words.key(found.address().city()))
                    || lines.block(at).isHeading() && !Words.key(line).equals(Words.key(facts.clinicName()));
            boolean taken = labels.contains(at) || isInAddress(at);
            return named && !generic && !taken ? OptionalInt.of(at) : OptionalInt.empty();
        }
        return OptionalInt.empty();
    }

    private boolean isOtherFact(String line) {
        return line.isBlank()
                || Words.count(line) <= 8 && !Phones.in(line).isEmpty()
                || knowledge.words().says("label.fact", line)
                        && !knowledge.words().says("label.place", line);
    }

    private String placeName(String line) {
        String bare = line.replaceAll("(?<![:–—-])[:–—-]++\\s*$", "").strip();
        String core = bare.replaceAll("(?i)\\s+(location|office|clinic)s?$", "")
                .replaceAll("(?i)^(location|our)\\s*[:–-]?\\s+", "");
        return core.length() < 2 ? bare : core;
    }

    private void phones(int at) {
        String line = lines.all().get(at);
        Block block = lines.block(at);
        List<Phones.Found> found = new ArrayList<>(Phones.in(line));
        if (found.isEmpty() && block.setting().href().startsWith("tel:") && (at == 0 || lines.block(at - 1) != block)) {
            boolean fax = knowledge.words().says("label.fact", line)
                    && line.toLowerCase(Locale.ROOT).contains("fax");
            found.add(new Phones.Found(block.setting().href().substring("tel:".length()), fax, 0, 0));
        }
        for (Phones.Found each : found) {
            boolean fax = each.fax() || saysFaxAbove(at, each);
            facts.saw(block.index(), each.number());
            Optional<PlaceFact> place = near(at).flatMap(facts::place);
            boolean free = place.map(one -> fax ? one.fax() : one.phone())
                    .map(known -> known.isEmpty() || known.equals(each.number()))
                    .orElse(false);
            if (free) {
                facts.phone(place.orElseThrow().key(), each.number(), fax);
                claim(at, Target.place(place.orElseThrow(), fax ? "fax" : "phone"), "");
            } else {
                boolean side = knowledge.words().says("label.side", line);
                facts.loose(new Facts.Loose(each.number(), fax, block.index(), side));
                if (isOnlyFacts(block)) {
                    facts.alone(block.index());
                }
            }
        }
    }

    private boolean saysFaxAbove(int at, Phones.Found found) {
        return at > 0
                && lines.all().get(at).substring(0, found.start()).isBlank()
                && lines.all().get(at - 1).matches("(?i)\\W*fax\\W*(number)?\\W*");
    }

    private void hours() {
        List<Timed> timed = new ArrayList<>();
        Set<DayOfWeek> waiting = EnumSet.noneOf(DayOfWeek.class);
        int waitingAt = -1;
        for (int at = 0; at < lines.size(); at++) {
            for (HoursGrammar.Line said : HoursGrammar.read(lines.all().get(at))) {
                boolean daysOnly = said.whole() && !said.timed() && !said.days().isEmpty();
                if (daysOnly) {
                    waiting = said.days();
                    waitingAt = at;
                } else if (said.timed() && said.days().isEmpty() && !waiting.isEmpty() && at - waitingAt <= 2) {
                    timed.add(new Timed(waitingAt, new HoursGrammar.Line(waiting, List.of(), false, true)));
                    timed.add(new Timed(at, new HoursGrammar.Line(waiting, said.open(), true, said.whole())));
                } else if (said.timed() && !said.days().isEmpty()) {
                    timed.add(new Timed(at, said));
                    waiting = said.days();
                    waitingAt = at;
                }
            }
        }
        timed.forEach(each -> hourLines.add(each.line()));
        assign(timed);
    }

    private void assign(List<Timed> timed) {
        Map<String, Map<DayOfWeek, List<OpenInterval>>> weeks = new LinkedHashMap<>();
        for (Timed each : timed) {
            Optional<String> key = near(each.line()).or(this::onlyPlace);
            if (key.isEmpty()) {
                continue;
            }
            PlaceFact place = facts.place(key.get()).orElseThrow();
            if (!place.hours().isEmpty()) {
                claim(each.line(), Target.place(place, "hours"), "");
                continue; // said before in words made for machines
            }
            if (each.said().timed()) {
                WeekHours.add(
                        weeks.computeIfAbsent(key.get(), any -> new EnumMap<>(DayOfWeek.class)),
                        each.said().days(),
                        each.said().open());
            }
            claim(each.line(), Target.place(place, "hours"), "");
        }
        weeks.forEach(facts::hours);
    }

    private Optional<String> onlyPlace() {
        List<PlaceFact> places = facts.places();
        return places.size() == 1 ? Optional.of(places.get(0).key()) : Optional.empty();
    }

    /** Returns the place whose address is nearest, if nothing that starts another subject stands between. */
    private Optional<String> near(int line) {
        Optional<String> nearest = Optional.empty();
        int least = NEAR + 1;
        for (Map.Entry<Integer, Stand> each : neighbours(line)) {
            Stand stand = each.getValue();
            int distance = line > stand.last() ? distance(stand.last(), line) : distance(line, stand.first());
            distance = line >= stand.first() && line <= stand.last() ? 0 : distance;
            if (distance < least) {
                least = distance;
                nearest = Optional.of(stand.key());
            }
        }
        return nearest;
    }

    private List<Map.Entry<Integer, Stand>> neighbours(int line) {
        List<Map.Entry<Integer, Stand>> neighbours = new ArrayList<>();
        Optional.ofNullable(stands.floorEntry(line)).ifPresent(neighbours::add);
        Optional.ofNullable(stands.higherEntry(line)).ifPresent(neighbours::add);
        return neighbours;
    }

    private int distance(int from, int to) {
        if (to - from > 60) {
            return BREAK;
        }
        int distance = 0;
        for (int at = from + 1; at <= to && distance < BREAK; at++) {
            boolean between = at < to;
            boolean heading = lines.block(at).isHeading()
                    && between
                    && !isFactHeading(lines.all().get(at));
            boolean other = between && isInAddress(at);
            distance += heading || other || labels.contains(at) && between ? BREAK : hourLines.contains(at) ? 0 : 1;
        }
        return distance;
    }

    private boolean isInAddress(int line) {
        Map.Entry<Integer, Stand> before = stands.floorEntry(line);
        return before != null && before.getValue().last() >= line;
    }

    private boolean isFactHeading(String line) {
        return knowledge.words().says("label.fact", line) || knowledge.words().says("label.generic", line);
    }

    private void appointment(Block block) {
        String text = block.text();
        boolean asks = Words.count(text) <= 10
                && knowledge.words().says("call", text)
                && !text.matches("(?is)^(how|what|when|why|before|after|do i|can i|c[oó]mo|cu[aá]ndo).*")
                && (block.setting().linked() || !text.matches(".*[.!?]$"));
        if (!asks || block.kind() == Block.Kind.NOTE) {
            return;
        }
        facts.appointment(text);
        String href = block.setting().href();
        facts.claim(block.index(), Target.appointment(), true, href.startsWith("http") ? "it leads to " + href : "");
    }

    /** Claims the block of a line: wholly if it says nothing but facts. */
    private void claim(int line, Target target, String reason) {
        Block block = lines.block(line);
        facts.claim(block.index(), target, isOnlyFacts(block), reason);
    }

    /** Found out once for each block, since a block may hold thousands of facts. */
    private boolean isOnlyFacts(Block block) {
        return onlyFacts.computeIfAbsent(block.index(), any -> new FactLine(knowledge).isOnlyFacts(block));
    }
}
