package io.github.carelet.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The languages in which Carelet speaks to patients: those it comes with, and what a clinic's own files change or add.
 *
 * <p>English and Spanish are always spoken. Every other language is spoken once somebody has reviewed its messages
 * ({@code meta.reviewedBy} is not blank), or if the host says that it may be spoken unreviewed. Until then whoever asks for
 * it hears the nearest one that is spoken, marked as what it is. Immutable and safe for use by many threads.
 */
public final class Languages {

    /** The languages that Carelet comes with; the first is the one that others fall back to. */
    static final List<String> OURS = List.of("en", "es", "zh-Hans", "hy", "vi", "ko", "fa");

    /** Those that are spoken in any case. */
    static final Set<String> ALWAYS = Set.of("en", "es");

    /** The files of each: one for content and what all share, one for what patients fill in, one for mails. */
    static final List<String> FILES = List.of("messages", "form", "mail");

    /** The languages in which Carelet speaks to the clinic's own people, beside what it says to patients. */
    static final List<String> OF_STAFF = List.of("en", "es");

    private static final String ENDING = ".properties";

    private final Map<String, Messages> all;
    private final List<String> spoken;
    private final Map<String, Messages> staff;

    private Languages(Map<String, Messages> all, Set<String> unreviewed) {
        this.all = all;
        this.spoken = all.values().stream()
                .filter(each -> !each.isUnreviewed() || unreviewed.contains(each.language()))
                .map(Messages::language)
                .toList();
        this.staff = OF_STAFF.stream()
                .collect(Collectors.toUnmodifiableMap(
                        language -> language, language -> messages(language).with(ofStaff(language))));
    }

    /** Returns the languages that Carelet comes with, those spoken of which it says so itself. */
    public static Languages standard() {
        return read(Optional.empty(), Set.of(), new ArrayList<>());
    }

    /**
     * Reads the languages.
     *
     * @param folder where a clinic's own files are, {@code {BCP 47 tag}.properties} in UTF-8: of a language that Carelet comes
     *     with, they hold what is said otherwise; of another one, all
     * @param unreviewed languages that are spoken though nobody has reviewed them
     * @param problems takes everything that is wrong, each with file, key and what was expected
     */
    public static Languages read(Optional<Path> folder, Set<String> unreviewed, List<String> problems) {
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        OURS.forEach(language -> texts.put(language, ours(language)));
        MessageCheck check = new MessageCheck(ours(OURS.get(0)));
        Set<String> known = new HashSet<>(OURS);
        for (Path file : folder.map(each -> files(each, problems)).orElseGet(List::of)) {
            String language = language(file, texts.keySet());
            known.add(language);
            Map<String, String> merged = new HashMap<>(texts.getOrDefault(language, Map.of()));
            List<String> wrong = add(file, language, merged, check);
            wrong.forEach(problem -> problems.add(file + ": " + problem));
            if (wrong.isEmpty()) {
                texts.put(language, Map.copyOf(merged));
            }
        }
        unreviewed.stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> problems.add("unreviewedLanguages '" + each + "': there are no messages in it,"
                        + " expected some of " + texts.keySet()));
        Map<String, Messages> all = new LinkedHashMap<>();
        texts.forEach((language, own) -> all.put(language, new Messages(language, own)));
        return new Languages(all, unreviewed);
    }

    /** Returns every message of a language that Carelet comes with, by its key. */
    static Map<String, String> ours(String language) {
        Map<String, String> messages = new HashMap<>();
        for (String name : FILES) {
            MessageFile.ours(name + "_" + language + ENDING).forEach((key, value) -> {
                if (messages.put(key, value) != null) {
                    throw new IllegalStateException("message '" + key + "' stands twice in " + language);
                }
            });
        }
        return Map.copyOf(messages);
    }

    private static List<String> add(Path file, String language, Map<String, String> into, MessageCheck check) {
        List<String> problems = new ArrayList<>();
        if (!LanguageTag.isWellFormed(language)) {
            problems.add("'" + language + "' is no language: expected a BCP 47 tag with .properties after it");
        }
        MessageFile read = MessageFile.of(file);
        problems.addAll(read.problems());
        into.putAll(read.texts());
        if (problems.isEmpty()) {
            problems.addAll(check.problems(into));
        }
        return problems;
    }

    private static List<Path> files(Path folder, List<String> problems) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(folder + " can't be read: expected a folder of files like es.properties");
            return List.of();
        }
    }

    private static String language(Path file, Set<String> known) {
        String name = String.valueOf(file.getFileName());
        String tag = name.substring(0, name.length() - ENDING.length());
        return known.stream()
                .filter(each -> each.equalsIgnoreCase(tag))
                .findFirst()
                .orElse(tag);
    }

    /**
     * Returns the messages in the nearest language that is spoken, by the lookup of RFC 4647; else in English. Chinese
     * without a script is looked up with that of its region.
     *
     * @param priorities BCP 47 tags, the most wanted first
     */
    public Messages in(String... priorities) {
        return Arrays.stream(priorities)
                .flatMap(each -> nearest(each, spoken).stream())
                .findFirst()
                .orElseGet(() -> messages(OURS.get(0)));
    }

    /**
     * Returns the messages for the clinic's own people, which hold those for patients too, in the nearest language that there
     * is; else in English.
     *
     * @param priorities BCP 47 tags, the most wanted first
     */
    public Messages forStaff(List<String> priorities) {
        String nearest = priorities.stream()
                .flatMap(each -> LanguageTag.lookup(each, OF_STAFF).stream())
                .findFirst()
                .orElse(OF_STAFF.get(0));
        return Optional.ofNullable(staff.get(nearest)).orElseThrow();
    }

    /** Returns the messages for the clinic's own people in a language, by their key. */
    static Map<String, String> ofStaff(String language) {
        return MessageFile.ours("staff_" + language + ENDING);
    }

    /** Returns what a language calls itself, such as {@code Español}; also of a language that is not spoken here. */
    public String ownName(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return nearest(tag, List.copyOf(all.keySet()))
                .map(each -> each.text(Messages.NAME))
                .orElseGet(() -> locale.getDisplayName(locale));
    }

    private Optional<Messages> nearest(String tag, List<String> among) {
        return LanguageTag.lookup(LanguageTag.withScript(tag), among).map(this::messages);
    }

    private Messages messages(String language) {
        Messages messages = all.get(language);
        if (messages == null) {
            throw new IllegalStateException("no messages in '" + language + "'");
        }
        return messages;
    }
}
