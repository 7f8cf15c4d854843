package io.github.carelet.catalog;

import com.sanctionco.jmail.JMail;
import io.github.carelet.catalog.References.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the clinic, its locations and its practitioners. */
final class ClinicReader {

    private static final PhoneNumber NO_PHONE = new PhoneNumber("+10000000");
    private static final Pattern DAY_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Duration YEAR = Duration.ofDays(366);
    private static final String ZONE = "an IANA time zone, like America/Los_Angeles";
    private static final String DAY = "a day, like 2026-12-24";
    private static final String PHONE = "a phone number in E.164, like +16265550100";
    private static final String TAG = "a BCP 47 language tag, like es";
    private static final Duration ANSWER_WITHIN = Duration.ofDays(1);

    private final Texts texts;
    private final References references;
    private final HoursReader hours;
    private final boolean sampleAllowed;

    ClinicReader(Texts texts, References references, boolean sampleAllowed) {
        this.texts = texts;
        this.references = references;
        this.hours = new HoursReader(texts);
        this.sampleAllowed = sampleAllowed;
    }

    /** Returns the languages of a clinic, before anything else of it is read; never empty. */
    static List<String> languages(Fields fields) {
        Optional<Node> node = fields.required("languages");
        List<String> languages = tags(fields, "languages");
        if (node.isPresent() && fields.list("languages").isEmpty()) {
            fields.problems().error(node.get(), "a list of at least one language tag");
        }
        return languages.isEmpty() ? List.of("en") : languages;
    }

    Clinic clinic(Fields fields, List<String> languages) {
        boolean sample = fields.flag("sample", false);
        if (sample && !sampleAllowed) {
            fields.problems().error(fields.place("sample"), "true", "no sample data outside a demonstration");
        }
        Clinic clinic = new Clinic(
                fields.id(),
                texts.properName(fields, "name"),
                link(fields, "url"),
                fields.required("phone", PHONE, PhoneNumber::new, NO_PHONE),
                fields.parsed("fax", PHONE, PhoneNumber::new),
                sample,
                fields.required("timeZone", ZONE, ClinicReader::zone, ZoneOffset.UTC),
                languages,
                texts.optional(fields, "emergency").orElse(DefaultTexts.EMERGENCY),
                fields.parsed("answerWithin", "a duration, like P1D", ClinicReader::positive)
                        .orElse(ANSWER_WITHIN),
                emails(fields, "notify"),
                emails(fields, "escalateTo"),
                fields.parsed("mailFrom", "an e-mail address", ClinicReader::email),
                fields.object("consent").map(this::consent).orElse(DefaultTexts.CONSENT),
                fields.object("smsConsent").map(this::consent),
                fields.object("marketingConsent").map(this::consent),
                insurance(fields),
                plainWords(fields),
                fields.object("languageAssistance").map(this::languageAssistance));
        fields.end();
        return clinic;
    }

    Location location(Fields fields, Clinic clinic) {
        Location location = new Location(
                fields.id(),
                texts.properName(fields, "name"),
                fields.parsed("phone", PHONE, PhoneNumber::new).orElse(clinic.phone()),
                fields.parsed("fax", PHONE, PhoneNumber::new),
                fields.required("address")
                        .flatMap(fields::object)
                        .map(ClinicReader::address)
                        .orElseGet(() -> new Address("", "", "", "", "", "")),
                fields.object("geo").flatMap(ClinicReader::geo),
                fields.parsed("timeZone", ZONE, ClinicReader::zone).orElse(clinic.timeZone()),
                fields.object("hours").flatMap(hours::read),
                tags(fields, "languagesSpoken"),
                fields.object("access").map(ClinicReader::access).orElse(Access.UNKNOWN),
                accepting(fields),
                insurance(fields));
        fields.end();
        return location;
    }

    Practitioner practitioner(Fields fields, List<String> everywhere) {
        List<String> locations = references.read(fields, "locations", Kind.LOCATIONS);
        Practitioner practitioner = new Practitioner(
                fields.id(),
                texts.properName(fields, "name"),
                texts.orEmpty(fields, "role"),
                locations.isEmpty() ? everywhere : locations,
                tags(fields, "languages"));
        fields.end();
        return practitioner;
    }

    static Optional<Link> link(Fields fields, String name) {
        return fields.parsed(name, "a link: http, https, mailto, tel or a path that starts with one '/'", Link::parse);
    }

    static Optional<LocalDate> day(Fields fields, String name) {
        return fields.parsed(
                name,
                DAY,
                text -> LocalDate.parse(checked(text, DAY_FORM.matcher(text).matches())));
    }

    /** Returns language tags in their canonical form, each once. */
    private static List<String> tags(Fields fields, String name) {
        return fields.texts(name, TAG, Texts::tag).stream().distinct().toList();
    }

    private Consent consent(Fields fields) {
        Consent consent = new Consent(fields.requiredText("version"), texts.required(fields, "text"));
        fields.end();
        return consent;
    }

    private LanguageAssistance languageAssistance(Fields fields) {
        LanguageAssistance assistance = new LanguageAssistance(texts.required(fields, "text"), link(fields, "url"));
        fields.end();
        return assistance;
    }

    private List<Insurance> insurance(Fields fields) {
        List<Insurance> accepted = new ArrayList<>();
        for (Fields each : fields.objects("insuranceAccepted")) {
            accepted.add(new Insurance(texts.properName(each, "name"), day(each, "reviewedOn")));
            each.end();
        }
        return accepted;
    }

    private List<PlainWord> plainWords(Fields fields) {
        List<PlainWord> words = new ArrayList<>();
        for (Fields each : fields.objects("plainWords")) {
            words.add(new PlainWord(texts.required(each, "term"), texts.required(each, "plain")));
            each.end();
        }
        return words;
    }

    private static Known accepting(Fields fields) {
        if (fields.node("acceptingNewPatients").isEmpty()) {
            return Known.UNKNOWN;
        }
        return fields.flag("acceptingNewPatients", false) ? Known.YES : Known.NO;
    }

    private static Address address(Fields fields) {
        Address address = new Address(
                fields.requiredText("street"),
                fields.text("unit").orElse(""),
                fields.requiredText("city"),
                fields.text("region").orElse(""),
                fields.text("postalCode").orElse(""),
                fields.parsed("country", "an ISO 3166-1 code of two letters, like US", ClinicReader::country)
                        .orElse(""));
        fields.end();
        return address;
    }

    private static Optional<Geo> geo(Fields fields) {
        fields.required("lat");
        fields.required("lng");
        Optional<Double> lat = degrees(fields, "lat", 90);
        Optional<Double> lng = degrees(fields, "lng", 180);
        fields.end();
        return lat.flatMap(north -> lng.map(east -> new Geo(north, east)));
    }

    private static Optional<Double> degrees(Fields fields, String name, int most) {
        Optional<Double> degrees = fields.number(name);
        Optional<Double> onEarth = degrees.filter(each -> Math.abs(each) <= most);
        if (degrees.isPresent() && onEarth.isEmpty()) {
            fields.node(name).ifPresent(node -> fields.problems().error(node, "degrees from -" + most + " to " + most));
        }
        return onEarth;
    }

    private static Access access(Fields fields) {
        Access access = new Access(
                fields.choice("stepFree", Known.class, Known.UNKNOWN),
                fields.choice("parking", Known.class, Known.UNKNOWN),
                fields.choice("hearingLoop", Known.class, Known.UNKNOWN));
        fields.end();
        return access;
    }

    private static List<String> emails(Fields fields, String name) {
        return fields.texts(name, "an e-mail address", ClinicReader::email);
    }

    private static String email(String text) {
        return checked(text, JMail.strictValidator().disallowIpDomain().isValid(text) && text.indexOf('<') < 0);
    }

    private static String country(String text) {
        return checked(
                text, Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(text));
    }

    private static ZoneId zone(String text) {
        return ZoneId.of(checked(text, text.equals("UTC") || text.contains("/")));
    }

    private static Duration positive(String text) {
        Duration duration = Duration.parse(text);
        checked(text, !duration.isNegative() && !duration.isZero() && duration.compareTo(YEAR) <= 0);
        return duration;
    }

    private static String checked(String text, boolean right) {
        if (!right) {
            throw new IllegalArgumentException("'" + text + "' is not as expected");
        }
        return text;
    }
}
