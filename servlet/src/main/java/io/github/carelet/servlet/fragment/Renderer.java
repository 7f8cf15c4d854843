package io.github.carelet.servlet.fragment;

import gg.jte.Content;
import io.github.carelet.Carelet;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Item;
import io.github.carelet.language.Direction;
import io.github.carelet.servlet.fragment.Rendition.Status;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Assistance;
import io.github.carelet.servlet.page.Document;
import io.github.carelet.servlet.page.LanguageLink;
import io.github.carelet.servlet.page.Templates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns a rendition into HTML or text: content by its kind, and around it the shell that every rendition has. Stateless. */
final class Renderer {

    private final Templates templates;
    private final Assets assets;
    private final BookingRoot bookingRoot;
    private final Carelet carelet;

    Renderer(Templates templates, Assets assets, Carelet carelet) {
        this.templates = templates;
        this.assets = assets;
        this.bookingRoot = BookingRoot.of(carelet);
        this.carelet = carelet;
    }

    /**
     * What came out.
     *
     * @param rendition what was rendered in the end: of withdrawn content, that it is withdrawn
     * @param bytes HTML or text, UTF-8
     */
    record Rendered(Rendition rendition, byte[] bytes) {}

    /** Renders what the catalogue holds at an instant. */
    Rendered render(Catalog catalog, Rendition wanted, Instant now) {
        return render(catalog, wanted, now, this::body);
    }

    /** Renders what a function makes of the catalogue at an instant; withdrawn content is said to be that instead. */
    Rendered render(Catalog catalog, Rendition wanted, Instant now, Function<Scene, Content> body) {
        Scene scene = scene(catalog, wanted, now);
        boolean withdrawn = item(scene).filter(each -> !scene.isShown(each)).isPresent();
        if (withdrawn && wanted.status() == Status.OK) {
            return render(catalog, wanted.failed(Status.WITHDRAWN), now);
        }
        Shell shell = shell(scene, body);
        byte[] html = wanted.page()
                ? templates.render("fragment/page.jte", whole(scene, shell))
                : templates.render("fragment/shell.jte", shell);
        return new Rendered(wanted, wanted.plain() ? PlainText.of(html, wanted.base()) : html);
    }

    private Scene scene(Catalog catalog, Rendition rendition, Instant now) {
        Links links = new Links(rendition, catalog.clinic().defaultLanguage(), bookingRoot.of(rendition.base()));
        return new Scene(catalog, rendition, now, Voice.of(carelet, catalog, rendition.language()), links);
    }

    private Shell shell(Scene scene, Function<Scene, Content> body) {
        Core core = new Core(scene);
        Rendition rendition = scene.rendition();
        return new Shell(
                rendition.kind().map(Kind::code).orElse("unknown"),
                rendition.language(),
                Direction.of(rendition.language()),
                item(scene).map(each -> new Reviews(scene).code(each)),
                scene.hasTitle() ? Optional.of(title(scene)) : Optional.empty(),
                body.apply(scene),
                core.booking(),
                core.phone(),
                core.emergency(),
                core.sample(),
                core.unreviewed(),
                new Structured(scene).forSite(rendition.partner().flatMap(carelet::partner)));
    }

    private Whole whole(Scene scene, Shell shell) {
        Rendition rendition = scene.rendition();
        Text clinic = scene.voice().of(scene.catalog().clinic().name());
        boolean indexed = rendition.status() == Status.OK
                && rendition.kind().filter(Kind.SEARCH::equals).isEmpty()
                && rendition.partner().isEmpty()
                && !scene.catalog().clinic().sample();
        Document document = new Document(
                        shell.language(),
                        shell.direction(),
                        title(scene).value() + " - " + clinic.value(),
                        assets.stylesheet(rendition.base(), rendition.partner().flatMap(carelet::partner)),
                        indexed)
                .found(new HeadLinks(scene.catalog(), rendition)
                        .all(carelet.publicUrl().isPresent()))
                .in(rendition.theme());
        return new Whole(
                document,
                Anchor.to(scene.links().home(), clinic),
                templates.content("fragment/shell.jte", shell),
                scene.voice().messages().text("languages.other"),
                LanguageLink.others(
                        carelet.languages(),
                        scene.catalog().clinic().languages(),
                        rendition.language(),
                        scene.links()::inLanguage),
                Assistance.of(
                        scene.catalog().clinic(),
                        rendition.language(),
                        scene.voice().messages(),
                        carelet.languages()));
    }

    private Text title(Scene scene) {
        Optional<Text> name = scene.rendition().status() == Status.OK ? name(scene) : Optional.empty();
        return name.orElseGet(() -> scene.voice().say(titleKey(scene.rendition())));
    }

    private static String titleKey(Rendition rendition) {
        return rendition.status() == Status.OK
                ? "title." + rendition.kind().orElse(Kind.CLINIC).code()
                : "notice." + rendition.status().code();
    }

    private static Optional<Text> name(Scene scene) {
        Catalog catalog = scene.catalog();
        Optional<Text> item = item(scene).map(each -> scene.voice().of(each.name()));
        Optional<String> id = scene.rendition().id();
        return switch (scene.rendition().kind().orElse(Kind.BOOKING)) {
            case LOCATIONS ->
                id.flatMap(catalog::location).map(each -> scene.voice().of(each.name()));
            case PRACTITIONERS ->
                id.flatMap(catalog::practitioner).map(each -> scene.voice().of(each.name()));
            default -> item;
        };
    }

    private static Optional<? extends Item> item(Scene scene) {
        Catalog catalog = scene.catalog();
        Optional<String> id = scene.rendition().id();
        return switch (scene.rendition().kind().orElse(Kind.CLINIC)) {
            case TREATMENTS -> id.flatMap(catalog::treatment);
            case CONDITIONS -> id.flatMap(catalog::condition);
            case ARTICLES -> id.flatMap(catalog::article);
            case CLINIC, LOCATIONS, PRACTITIONERS, BOOKING, SEARCH -> Optional.<Item>empty();
        };
    }

    private Content body(Scene scene) {
        if (scene.rendition().status() != Status.OK) {
            return notice(scene, "notice." + scene.rendition().status().code());
        }
        Selection chosen = new Selection(scene);
        CardViews cards = CardViews.of(scene);
        Stories stories = Stories.of(scene);
        PlaceViews places = new PlaceViews(scene);
        return switch (scene.rendition().kind().orElseThrow()) {
            case CLINIC -> places(places.clinic());
            case BOOKING -> notice(scene, "opener");
            case SEARCH -> search(new SearchViews(scene).blank());
            case LOCATIONS -> places(chosen.location().map(places::one).orElseGet(places::list));
            case TREATMENTS -> items(scene, chosen.treatments(), cards::treatment, stories::treatment);
            case CONDITIONS -> items(scene, chosen.conditions(), cards::condition, stories::condition);
            case PRACTITIONERS -> items(scene, chosen.practitioners(), cards::practitioner, stories::practitioner);
            case ARTICLES -> items(scene, chosen.articles(), cards::article, stories::article);
        };
    }

    private <T> Content items(Scene scene, List<T> items, Function<T, Card> card, Function<T, Story> story) {
        if (items.isEmpty()) {
            return notice(scene, "empty");
        }
        return scene.rendition().full()
                ? templates.content(
                        "fragment/stories.jte",
                        new StoryList(items.stream().map(story).toList()))
                : templates.content(
                        "fragment/cards.jte", new Cards(items.stream().map(card).toList()));
    }

    /** Returns a search as content. */
    Content search(SearchView view) {
        return templates.content("fragment/search.jte", view);
    }

    private Content places(Places places) {
        return templates.content("fragment/places.jte", places);
    }

    private Content notice(Scene scene, String key) {
        Voice voice = scene.voice();
        return templates.content(
                "fragment/notice.jte", new Notice(scene.level(), voice.say(key), voice.say(key + ".text")));
    }
}
