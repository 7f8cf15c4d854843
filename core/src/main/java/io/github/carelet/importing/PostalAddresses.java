package io.github.carelet.importing;

import io.github.carelet.catalog.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of postal addresses in the United States, by the standard of the Postal Service (Publication 28): a street or a
 * post office box, perhaps a suite, the city, the state, the ZIP code; in one line or in up to four.
 */
final class PostalAddresses {

    private static final String UNITS =
            "(?:suite|ste|unit|apt|apartment|bldg|building|floor|fl|room|rm|level|space|spc|office|piso|oficina)";
    private static final Pattern UNIT = Pattern.compile(
            "(?i)[\\s,;–-]*((?:" + UNITS
                    + "\\b\\.?\\s*#?\\s*[A-Z0-9][A-Z0-9-]*|#\\s*[A-Z0-9-]+|\\d{1,2}(?:st|nd|rd|th)\\s+floor)"
                    + "(?:[\\s,&]+(?:" + UNITS
                    + "\\b\\.?\\s*#?\\s*[A-Z0-9-]+|#\\s*[A-Z0-9-]+|[A-Z0-9]{1,4}$|\\d{1,2}(?:st|nd|rd|th)\\s+floor))*)\\s*[,;]?$");
    private static final Pattern HOUSE = Pattern.compile(
            "(?<![\\p{L}\\d.-])(?:\\d{1,6}[A-Z]?(?:\\s?[-–/]\\s?\\d{1,5})?(?:\\s+1/2)?\\s+(?:[NSEW]{1,2}\\b\\.?\\s*)?(?=[\\p{Lu}\\d])"
                    + "|(?i:p\\.?\\s?o\\.?\\s?box\\s+\\d+)|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\\s+(?=\\p{Lu}))");
    private static final String SUFFIXES =
            "(?:street|str?|avenue|ave?|boulevard|blvd|road|rd|drive|dr|lane|ln|court|ct|circle|cir|place|pl|plaza|plz|way|parkway"
                    + "|pkwy|highway|hwy|freeway|fwy|terrace|ter|trail|trl|square|sq|loop|pike|turnpike|tpke|alley|row|crossing|xing"
                    + "|expressway|expy|commons|center|centre|ctr|broadway|path|run|walk|mall|route|rte|fm|real|causeway|cswy)";
    private static final Pattern SUFFIX = Pattern.compile("(?i)\\b" + SUFFIXES
            + "\\b\\.?(?:\\s+(?:[NSEW]|NE|NW|SE|SW|north|south|east|west)\\b\\.?)?(?:\\s+\\d{1,4}\\b)?");
    private static final Pattern CITY = Pattern.compile("[\\p{L}][\\p{L}.'’ -]{1,40}");
    private static final int LONGEST = 160;

    private final Pattern tail;

    /**
     * An address in consecutive lines.
     *
     * @param address what it says
     * @param first the first line of it
     * @param last the last line of it
     * @param before what stands before it in its first line
     * @param after what stands after it in its last line
     */
    record Found(Address address, int first, int last, String before, String after) {}

    private record Start(String street, String unit, int line, String before) {}

    PostalAddresses(States states) {
        this.tail = Pattern.compile(
                "(?<![\\p{L}])(" + states.alternatives()
                        + ")\\.?[\\s,]{1,3}(\\d{5}(?:\\s?[-–]\\s?\\d{4})?)(?![\\d-])(?:,?\\s*(?:USA|U\\.S\\.A\\.|United States)\\b)?");
        this.states = states;
    }

    private final States states;

    /** Returns the addresses that end in a line. */
    List<Found> endingIn(List<String> lines, int at) {
        List<Found> found = new ArrayList<>();
        String line = lines.get(at);
        Matcher match = tail.matcher(line);
        int from = 0;
        while (match.find()) {
            String before = line.substring(Math.max(from, match.start() - LONGEST), match.start());
            String region = states.code(match.group(1));
            String zip = match.group(2).replaceAll("\\s", "").replace('–', '-');
            String after = line.substring(match.end());
            place(lines, at, before.strip().replaceAll("[,\\s]+$", ""))
                    .ifPresent(each -> found.add(new Found(
                            new Address(each.street(), each.unit(), each.city(), region, zip, "US"),
                            each.first(),
                            at,
                            each.before(),
                            after)));
            from = match.end();
        }
        return found;
    }

    private record Place(String street, String unit, String city, int first, String before) {}

    private Optional<Place> place(List<String> lines, int at, String before) {
        Matcher house = HOUSE.matcher(before);
        if (house.find()) {
            return inOneLine(before, house.start(), at);
        }
        String city = before.substring(before.lastIndexOf(',') + 1).strip();
        String rest = before.contains(",") ? before.substring(0, before.lastIndexOf(',')) : "";
        Optional<String> named = cityIn(city);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        return start(lines, at - 1, rest)
                .map(each -> new Place(each.street(), each.unit(), named.get(), each.line(), each.before()));
    }

    private Optional<Place> inOneLine(String before, int house, int at) {
        String text = before.substring(house);
        int comma = text.lastIndexOf(',');
        String lastPart = comma < 0 ? "" : text.substring(comma + 1).strip();
        if (comma > 0 && cityIn(lastPart).isPresent() && !UNIT.matcher(lastPart).matches()) {
            return split(text.substring(0, comma), lastPart, before.substring(0, house), at);
        }
        Matcher suffix = SUFFIX.matcher(text);
        int end = -1;
        while (suffix.find()) {
            end = suffix.start() > 1 && suffix.end() < text.length() ? suffix.end() : end;
        }
        if (end < 0) {
            return Optional.empty();
        }
        Matcher unit = Pattern.compile("(?i)^[\\s,]*((?:" + UNITS + "\\b\\.?\\s*|#\\s*)[A-Z0-9-]+)[\\s,]+")
                .matcher(text.substring(end));
        boolean suite = unit.find();
        String city = text.substring(end + (suite ? unit.end() : 0)).replaceAll("^[,\\s]+", "");
        String street = text.substring(0, end) + (suite ? ", " + unit.group(1) : "");
        return cityIn(city).flatMap(each -> split(street, each, before.substring(0, house), at));
    }

    private static Optional<Place> split(String streetAndUnit, String city, String before, int at) {
        String text = streetAndUnit.strip().replaceAll("[,\\s]+$", "");
        Matcher unit = UNIT.matcher(text);
        boolean suite = unit.find() && unit.start() > 0;
        String street = (suite ? text.substring(0, unit.start()) : text).replaceAll("[,\\s]+$", "");
        return street.length() < 4 || Words.count(street) < 2
                ? Optional.empty()
                : Optional.of(new Place(street, suite ? unit.group(1).strip() : "", city, at, before));
    }

    /** Looks for the street in the lines above the city; a line between them may hold the suite. */
    private static Optional<Start> start(List<String> lines, int from, String rest) {
        String unit = rest;
        for (int at = from; at >= 0 && at > from - 3; at--) {
            String line = lines.get(at).replaceAll("(?<![,;\\s])[,;\\s]++$", "");
            Matcher house = HOUSE.matcher(line);
            if (house.find()) {
                String above = unit;
                return split(line.substring(house.start()), "-", line.substring(0, house.start()), at)
                        .map(each -> new Start(each.street(), both(each.unit(), above), each.first(), each.before()));
            }
            boolean suite = Words.count(line) <= 6 && UNIT.matcher(line).find();
            if (!suite) {
                return Optional.empty();
            }
            unit = both(line.strip(), unit);
        }
        return Optional.empty();
    }

    private static String both(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }

    private static Optional<String> cityIn(String text) {
        String city = text.strip();
        boolean named =
                CITY.matcher(city).matches() && Character.isUpperCase(city.codePointAt(0)) && Words.count(city) <= 4;
        return named ? Optional.of(city) : Optional.empty();
    }
}
