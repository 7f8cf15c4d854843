package io.github.carelet.exchange;

import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.Practitioner;
import io.github.carelet.catalog.Review;
import io.github.carelet.catalog.ReviewState;
import io.github.carelet.catalog.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a page shows of a clinic, as one graph in the vocabulary of schema.org (version 30):
 *
 * <pre>{@code
 * JsonLd block = new ClinicGraph(catalog, pages, shown).add(treatment).asOwner();
 * }</pre>
 *
 * <p>The vocabulary has no way from a treatment to what it is for; the relation is told from the other end, as the
 * {@code possibleTreatment} of the condition, for which a treatment must be a {@code MedicalTherapy}. Somebody who works
 * at the clinic is a {@code Person}: a {@code Physician} of the vocabulary is a place. A review is told as
 * {@code lastReviewed} and {@code reviewedBy} as long as it holds. There are no ratings and no opinions of patients. Used by
 * one thread.
 */
public final class ClinicGraph {

    private final Catalog catalog;
    private final OwnPages pages;
    private final Shown shown;
    private final Things things;
    private final Set<String> subjects = new LinkedHashSet<>();
    private final Node page;

    /** Starts with nothing but the page. */
    public ClinicGraph(Catalog catalog, OwnPages pages, Shown shown) {
        this.catalog = catalog;
        this.pages = pages;
        this.shown = shown;
        this.things = new Things(catalog, pages, shown);
        String address = pages.page(shown.path(), shown.language());
        boolean medical = shown.path().matches("(treatments|conditions|articles)(/.*)?");
        this.page = Node.named(address + "#page", medical ? "MedicalWebPage" : "WebPage")
                .with("url", address)
                .with("inLanguage", shown.language());
    }

    /**
     * Adds the clinic itself as what the page is about, with the locations that are shown.
     *
     * @param phoned whether its own number is shown, and not only those of the locations
     */
    public ClinicGraph addClinic(List<Location> locations, boolean phoned) {
        subjects.add(things.clinicName());
        Node clinic = things.clinic()
                .with("url", pages.page(shown.path(), shown.language()))
                .with("telephone", phoned ? catalog.clinic().phone().e164() : "");
        for (Location each : locations) {
            things.place(each);
            clinic.refer("subOrganization", things.name(Kind.LOCATION, each.id()));
        }
        return this;
    }

    /** Adds a location that the page is about. */
    public ClinicGraph add(Location location) {
        subjects.add(things.name(Kind.LOCATION, location.id()));
        things.place(location);
        return this;
    }

    /** Adds a treatment that the page is about, and what it has to do with. */
    public ClinicGraph add(Treatment treatment) {
        String name = things.name(Kind.TREATMENT, treatment.id());
        Node node = subject(Kind.TREATMENT, treatment);
        if (shown.full()) {
            node.with("alternateName", things.said(treatment.alsoCalled()));
            shown(treatment.treats(), catalog::condition)
                    .forEach(each -> things.item(Kind.CONDITION, each).refer("possibleTreatment", name));
            found(treatment.availableAt(), catalog::location)
                    .forEach(each -> things.location(each).refer("availableService", name));
            shown(treatment.combinesWith(), catalog::treatment)
                    .forEach(each -> link(page, "mentions", Kind.TREATMENT, each));
            addArticlesAbout(treatment.id(), name);
        }
        return this;
    }

    /** Adds a condition that the page is about, and what it has to do with. */
    public ClinicGraph add(Condition condition) {
        Node node = subject(Kind.CONDITION, condition);
        if (shown.full()) {
            node.with("alternateName", things.said(condition.alsoCalled()));
            catalog.treatmentsFor(condition.id()).stream()
                    .filter(this::isShown)
                    .forEach(each -> link(node, "possibleTreatment", Kind.TREATMENT, each));
            addArticlesAbout(condition.id(), things.name(Kind.CONDITION, condition.id()));
        }
        return this;
    }

    /** Adds an article that the page holds, and what it is about. */
    public ClinicGraph add(Article article) {
        Node node = subject(Kind.ARTICLE, article)
                .with("headline", things.said(article.headline()))
                .with("inLanguage", shown.language());
        if (shown.full()) {
            shown(article.about(), catalog::treatment).forEach(each -> link(node, "about", Kind.TREATMENT, each));
            shown(article.about(), catalog::condition).forEach(each -> link(node, "about", Kind.CONDITION, each));
        }
        return this;
    }

    /** Adds somebody who works at the clinic and whom the page is about. */
    public ClinicGraph add(Practitioner practitioner) {
        subjects.add(things.name(Kind.PRACTITIONER, practitioner.id()));
        Node node = things.linked(Kind.PRACTITIONER, practitioner.id(), Kind.PRACTITIONER.type(), practitioner.name())
                .with("jobTitle", things.said(practitioner.role()))
                .with("knowsLanguage", practitioner.languages());
        if (shown.full()) {
            found(practitioner.locations(), catalog::location).forEach(each -> {
                things.location(each);
                node.refer("workLocation", things.name(Kind.LOCATION, each.id()));
            });
        }
        return this;
    }

    /** Returns the graph, as the one to whom the page belongs. */
    public JsonLd asOwner() {
        if (shown.clinicNamed()) {
            things.clinic();
            page.refer("publisher", things.clinicName());
        }
        List<String> names = List.copyOf(subjects);
        if (isOfOne() && !names.isEmpty()) {
            page.refer("mainEntity", names.get(0));
        } else if (!names.isEmpty()) {
            page.with("mainEntity", list(names));
        }
        List<Map<String, Object>> graph = new ArrayList<>(List.of(page.json()));
        graph.addAll(things.json());
        return JsonLd.of(graph);
    }

    /** Returns only that some page, on whichever site, mentions what is described on the clinic's own pages. */
    public JsonLd asReference() {
        Node mentioning = Node.part("WebPage");
        subjects.forEach(name -> mentioning.refer("mentions", name));
        return JsonLd.of(List.of(mentioning.json()));
    }

    private static Node list(List<String> names) {
        return Node.part("ItemList")
                .with("numberOfItems", names.size())
                .with("itemListElement", names.stream().map(Node::reference).toList());
    }

    private boolean isOfOne() {
        return shown.path().equals("clinic") || shown.path().contains("/");
    }

    private Node subject(Kind kind, Item item) {
        subjects.add(things.name(kind, item.id()));
        if (shown.full() && isOfOne()) {
            addReview(item.review());
        }
        return things.item(kind, item).with("description", things.said(item.summary()));
    }

    private void addReview(Review review) {
        page.with("citation", review.sources().stream().map(ClinicGraph::source).toList());
        ReviewState state = review.on(today());
        if (state == ReviewState.FRESH || state == ReviewState.DUE) {
            page.with("lastReviewed", review.reviewedOn().map(LocalDate::toString));
            Node reviewer =
                    Node.part("Person").with("name", review.reviewedBy()).with("honorificSuffix", review.credential());
            page.with("reviewedBy", review.reviewedBy().isEmpty() ? "" : reviewer);
        }
    }

    private static Map<String, Object> source(Review.Source source) {
        return Node.part("CreativeWork")
                .with("name", source.title())
                .with("url", source.url().map(url -> url.href()))
                .json();
    }

    private void addArticlesAbout(String id, String name) {
        catalog.articles().stream()
                .filter(each -> each.about().contains(id) && isShown(each))
                .forEach(each -> things.item(Kind.ARTICLE, each).refer("about", name));
    }

    private void link(Node from, String property, Kind kind, Item to) {
        things.item(kind, to);
        from.refer(property, things.name(kind, to.id()));
    }

    private <T extends Item> Stream<T> shown(List<String> ids, Function<String, Optional<T>> find) {
        return found(ids, find).filter(this::isShown);
    }

    private static <T> Stream<T> found(List<String> ids, Function<String, Optional<T>> find) {
        return ids.stream().flatMap(id -> find.apply(id).stream());
    }

    private boolean isShown(Item item) {
        return item.review().on(today()) != ReviewState.WITHDRAWN;
    }

    private LocalDate today() {
        return shown.now().atZone(catalog.clinic().timeZone()).toLocalDate();
    }
}
