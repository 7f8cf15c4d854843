package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.BeforeVisit;
import io.github.carelet.catalog.BeforeVisit.Answer;
import io.github.carelet.catalog.Insurance;
import io.github.carelet.catalog.Known;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.PhoneNumber;
import io.github.carelet.catalog.Treatment;
import io.github.carelet.language.Messages;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts into words what patients ask first. An answer that the catalogue does not give is said to be missing, with the
 * number to call.
 */
public final class FirstQuestions {

    /** Only who refers a patient asks for it: where there is none, nothing is to be said. */
    private static final String FAX = "fax";

    private final Voice voice;
    private final BeforeVisit answers;
    private final PhoneNumber number;
    private final boolean settled;

    private FirstQuestions(Voice voice, BeforeVisit answers, PhoneNumber number, boolean settled) {
        this.voice = voice;
        this.answers = answers;
        this.number = number;
        this.settled = settled;
    }

    /**
     * Returns the questions of a page that has its own way to say how soon the clinic answers.
     *
     * @param language of what the catalogue says
     * @param words what the interface says, whose language is that of the page
     * @param number whom to ask what is not answered
     * @param settled whether nothing can be chosen there any more: then what depends on a choice is left out
     */
    public static List<Fact> on(
            String language, Messages words, BeforeVisit answers, PhoneNumber number, boolean settled) {
        return new FirstQuestions(new Voice(language, words.language(), words), answers, number, settled).beforeVisit();
    }

    /** Returns what holds for a treatment, at the chosen location or wherever it is offered. */
    static GoodToKnow of(Scene scene, Treatment treatment) {
        Optional<String> chosen = scene.rendition().location();
        List<Location> where = scene.catalog().locations().stream()
                .filter(each -> chosen.map(each.id()::equals)
                        .orElseGet(() -> treatment.availableAt().contains(each.id())))
                .toList();
        return of(scene, List.of(treatment), where, new Core(scene).number(), false)
                .all(scene.level());
    }

    /** Returns what holds at a location, for whatever is done there. */
    static GoodToKnow of(Scene scene, Location location, int level) {
        List<Treatment> there = scene.catalog().treatments().stream()
                .filter(scene::isShown)
                .filter(each -> each.availableAt().contains(location.id()))
                .toList();
        return of(scene, there, List.of(location), location.phone(), true).all(level);
    }

    /** Returns what holds for the clinic as a whole. */
    static List<Fact> of(Scene scene) {
        FirstQuestions questions = of(scene, List.of(), scene.catalog().locations(), new Core(scene).number(), false);
        List<Fact> facts = questions.told(questions.insurance(), questions.fax());
        facts.add(questions.answer());
        return facts;
    }

    private GoodToKnow all(int level) {
        List<Fact> facts = new ArrayList<>(beforeVisit());
        facts.add(answer());
        return new GoodToKnow(Rendition.below(level), voice.say("known"), facts);
    }

    private List<Fact> beforeVisit() {
        return told(insurance(), referral(), bring(), fax());
    }

    private static FirstQuestions of(
            Scene scene, List<Treatment> treatments, List<Location> locations, PhoneNumber number, boolean settled) {
        BeforeVisit answers = BeforeVisit.of(scene.catalog().clinic(), treatments, locations);
        return new FirstQuestions(scene.voice(), answers, number, settled);
    }

    /** Returns the given answers that there are, and in one line those that there are not. */
    private List<Fact> told(Question<?>... questions) {
        List<Fact> facts = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Question<?> question : questions) {
            if (question.answer() instanceof Answer.Unstated) {
                if (!question.key().equals(FAX)) {
                    missing.add(words().text(question.key()));
                }
            } else if (!settled || question.saysAnything()) {
                facts.addAll(question.facts(voice));
            }
        }
        if (!missing.isEmpty()) {
            facts.add(unstated(missing));
        }
        return facts;
    }

    private Fact unstated(List<String> terms) {
        List<String> sentence = new ArrayList<>(terms.subList(0, 1));
        terms.stream().skip(1).map(FirstQuestions::small).forEach(sentence::add);
        return new Fact(
                voice.ours(words().list(sentence)),
                List.of(
                        Anchor.text(voice.say("known.unstated")),
                        Anchor.to(number.link().href(), voice.say("known.call", number.display()))));
    }

    private static String small(String term) {
        int first = term.codePointAt(0);
        return Character.toString(Character.toLowerCase(first)) + term.substring(Character.charCount(first));
    }

    /**
     * A question whose answer may depend on something.
     *
     * @param key the message that names it
     * @param answer the answer
     * @param decisive what it may depend on
     * @param words puts it into words
     */
    private record Question<T>(String key, Answer<T> answer, String decisive, Function<T, List<Fact>> words) {

        boolean saysAnything() {
            return !(answer instanceof Answer.Differs<T> differs)
                    || differs.everywhere().isPresent();
        }

        List<Fact> facts(Voice voice) {
            if (answer instanceof Answer.Stated<T> stated) {
                return words.apply(stated.value());
            }
            List<Fact> facts = new ArrayList<>();
            String term = key;
            if (answer instanceof Answer.Differs<T> differs
                    && differs.everywhere().isPresent()) {
                facts.addAll(words.apply(differs.everywhere().get()));
                term = key + ".other";
            }
            facts.add(new Fact(voice.say(term), List.of(Anchor.text(voice.say("known.depends." + decisive)))));
            return facts;
        }
    }

    private Question<List<Insurance>> insurance() {
        return new Question<>("insurance", answers.insurance(), "location", this::byDay);
    }

    private Question<Known> referral() {
        return new Question<>(
                "referral",
                answers.referral(),
                "treatment",
                needed -> line("referral", voice.say(needed == Known.YES ? "yes" : "no")));
    }

    private Question<Localized<String>> bring() {
        return new Question<>("bring", answers.whatToBring(), "treatment", what -> line("bring", voice.of(what)));
    }

    private Question<PhoneNumber> fax() {
        return new Question<>(
                FAX, answers.fax(), "location", fax -> line("fax", voice.ours(words().apart(fax.display()))));
    }

    private List<Fact> line(String key, Text value) {
        return List.of(new Fact(voice.say(key), List.of(Anchor.text(value))));
    }

    /** One line for each day on which somebody checked. */
    private List<Fact> byDay(List<Insurance> accepted) {
        Map<Optional<LocalDate>, List<Anchor>> byDay = new LinkedHashMap<>();
        accepted.forEach(each -> byDay.computeIfAbsent(each.reviewedOn(), day -> new ArrayList<>())
                .add(Anchor.text(voice.of(each.name()))));
        List<Fact> facts = new ArrayList<>();
        byDay.forEach((day, names) -> facts.add(new Fact(
                day.map(checked -> voice.say("insurance.on", words().month(YearMonth.from(checked))))
                        .orElseGet(() -> voice.say("insurance")),
                names)));
        return facts;
    }

    private Fact answer() {
        Duration within = answers.answerWithin();
        long hours = Math.max(1, within.toHours());
        String words = hours % 24 == 0
                ? words().count("known.answer.days", (int) (hours / 24))
                : words().count("known.answer.hours", (int) hours);
        return new Fact(voice.say("known.answer"), List.of(Anchor.text(voice.ours(words))));
    }

    private Messages words() {
        return voice.messages();
    }
}
