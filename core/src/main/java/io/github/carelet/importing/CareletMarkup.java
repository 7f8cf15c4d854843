package io.github.carelet.importing;

import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.catalog.RichTextCleaner;
import io.github.carelet.catalog.Slug;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Reads back what Carelet itself has rendered: its classes and ids say exactly what is what, so that a clinic can move from one
 * Carelet to another. Used once.
 */
final class CareletMarkup {

    private static final int LONGEST = 90_000;
    private static final Pattern LINK =
            Pattern.compile("/(treatments|conditions|locations)/([a-z0-9-]{1,64})(?:[?#].*)?$");

    /** Stands for what Carelet has rendered but no draft takes; its member says why, if there is a reason. */
    static final String OWN = "carelet";

    private final WordList words;
    private final PostalAddresses addresses;
    private final List<ItemDraft> items = new ArrayList<>();
    private final List<PlaceFact> places = new ArrayList<>();
    private final Map<Node, Target> owners = new IdentityHashMap<>();
    private final Map<String, ItemDraft> named = new LinkedHashMap<>();

    private CareletMarkup(Knowledge knowledge) {
        this.words = knowledge.words();
        this.addresses = knowledge.addresses();
    }

    /**
     * What was read.
     *
     * @param items treatments, conditions and articles, and those that they refer to
     * @param places locations
     * @param owners which elements each of them, or a member of it, was read from
     */
    record Found(List<ItemDraft> items, List<PlaceFact> places, Map<Node, Target> owners) {}

    static Found of(Document page, Knowledge knowledge) {
        CareletMarkup reader = new CareletMarkup(knowledge);
        page.outputSettings().prettyPrint(false);
        for (Element root : page.select(".carelet[data-carelet]")) {
            String array = root.attr("data-carelet");
            reader.owners.put(root, new Target(OWN, "", ""));
            if (array.matches("treatments|conditions|articles")) {
                root.select("article.carelet-story[id]").forEach(each -> reader.story(array, each));
            }
            root.select("article.carelet-place[id]").forEach(reader::place);
        }
        List<ItemDraft> all = new ArrayList<>(reader.items);
        all.addAll(reader.named.values());
        return new Found(List.copyOf(all), List.copyOf(reader.places), reader.owners);
    }

    private void story(String array, Element story) {
        String id = after(story.id(), "-" + array + "-");
        String name = text(story, ".carelet-title");
        if (id.isEmpty() || name.isEmpty()) {
            return;
        }
        ItemDraft bare = new ItemDraft(
                array,
                id,
                id,
                name,
                text(story, ".carelet-lead"),
                sections(story, array, id),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty());
        own(story, ".carelet-title", bare.target(array.equals("articles") ? "/headline" : "/name"));
        own(story, ".carelet-lead", bare.target("/summary"));
        items.add(facts(story, bare));
    }

    private List<SectionDraft> sections(Element story, String array, String item) {
        List<SectionDraft> sections = new ArrayList<>();
        for (Element each : story.select(".carelet-section[id]")) {
            String id = after(each.id(), story.id() + "_");
            Element prose = each.selectFirst(".carelet-prose");
            if (id.isEmpty() || prose == null || prose.html().length() > LONGEST) {
                continue;
            }
            String member = "/sections/" + sections.size();
            own(each, ".carelet-heading", new Target(array, item, member + "/heading"));
            owners.put(prose, new Target(array, item, member + "/body"));
            String html = RichTextCleaner.clean(prose.html()).html();
            sections.add(new SectionDraft(
                    id, each.attr("data-carelet-aspect"), text(each, ".carelet-heading"), html, List.of()));
        }
        return sections;
    }

    private ItemDraft facts(Element story, ItemDraft bare) {
        Map<String, List<String>> lists = new HashMap<>();
        Map<String, Set<Target>> references = new HashMap<>();
        Map<String, String> values = new HashMap<>();
        List<String> flags = story.select(".carelet-urgent li").eachText();
        if (bare.array().equals("conditions") && !flags.isEmpty()) {
            lists.put("redFlags", flags);
            story.select(".carelet-urgent").forEach(each -> owners.put(each, bare.target("/redFlags")));
        }
        for (Element fact : story.select("dl.carelet-facts > div")) {
            if (isUnstated(fact)) {
                owners.put(fact, new Target(OWN, "", "not stated"));
                continue;
            }
            String term = text(fact, "dt");
            List<String> said = fact.select("dd").eachText();
            switch (words.first("carelet.", term)) {
                case "alsoCalled" -> lists.put(own(fact, bare, "alsoCalled"), said);
                case "bring" -> values.put(own(fact, bare, "whatToBring"), String.join(" ", said));
                case "referral" ->
                    values.put(own(fact, bare, "referralRequired"), words.says("yes", said.get(0)) ? "yes" : "no");
                default -> links(fact, bare, references);
            }
        }
        Map<String, List<Target>> ordered = new HashMap<>();
        references.forEach((member, targets) -> ordered.put(member, List.copyOf(targets)));
        return new ItemDraft(
                bare.array(),
                bare.key(),
                bare.id(),
                bare.name(),
                bare.summary(),
                bare.sections(),
                lists,
                ordered,
                values,
                Optional.empty());
    }

    private void links(Element fact, ItemDraft item, Map<String, Set<Target>> references) {
        for (Element each : fact.select("dd a[href]")) {
            Matcher link = LINK.matcher(each.attr("href"));
            String member = link.find() ? member(item.array(), link.group(1)) : "";
            if (member.isEmpty()) {
                owners.put(fact, new Target(OWN, "", "follows from what others say"));
                continue;
            }
            String array = link.group(1);
            references.computeIfAbsent(member, any -> new LinkedHashSet<>()).add(new Target(array, link.group(2), ""));
            owners.put(fact, item.target("/" + member));
            if (!array.equals("locations")) {
                named.putIfAbsent(
                        array + "/" + link.group(2),
                        new ItemDraft(
                                array,
                                link.group(2),
                                link.group(2),
                                each.text(),
                                "",
                                List.of(),
                                Map.of(),
                                Map.of(),
                                Map.of(),
                                Optional.empty()));
            }
        }
    }

    /** A condition does not say what treats it: the treatment does. */
    private static String member(String array, String linked) {
        if (array.equals("articles")) {
            return linked.equals("locations") ? "" : "about";
        } else if (array.equals("treatments")) {
            return switch (linked) {
                case "conditions" -> "treats";
                case "treatments" -> "combinesWith";
                default -> "availableAt";
            };
        }
        return "";
    }

    private void place(Element place) {
        String id = after(place.id(), "-locations-");
        List<String> lines = place.select(".carelet-address span").eachText();
        if (id.isEmpty() || lines.isEmpty()) {
            return;
        }
        addresses.endingIn(lines, lines.size() - 1).stream().findFirst().ifPresent(found -> {
            PlaceFact fact =
                    PlaceFact.at(text(place, ".carelet-name"), found.address()).id(id);
            Element phone = place.selectFirst("a.carelet-phone[href^=tel:]");
            fact = fact.phone(
                    phone == null ? "" : Phones.ofLink(phone.attr("href")).orElse(""));
            Map<DayOfWeek, List<OpenInterval>> week = new HashMap<>();
            for (Element row : place.select("table.carelet-hours tr")) {
                row.select(".carelet-mark").remove();
                HoursGrammar.read(row.text()).forEach(line -> WeekHours.add(week, line.days(), line.open()));
            }
            PlaceFact known = fact.hours(week).fax(fax(place));
            places.add(known);
            own(place, ".carelet-name", Target.place(known, "name"));
            own(place, ".carelet-address", Target.place(known, "address"));
            own(place, ".carelet-phone", Target.place(known, "phone"));
            own(place, ".carelet-hours", Target.place(known, "hours"));
        });
    }

    private String fax(Element place) {
        for (Element fact : place.select("dl.carelet-facts > div")) {
            if (!isUnstated(fact) && words.first("carelet.", text(fact, "dt")).equals("fax")) {
                return Phones.in(fact.select("dd").text()).stream()
                        .map(Phones.Found::number)
                        .findFirst()
                        .orElse("");
            }
        }
        return "";
    }

    /** Where an answer is missing, the number to ask stands in its place. */
    private static boolean isUnstated(Element fact) {
        return fact.selectFirst("dd a[href^=tel:]") != null;
    }

    private String own(Element fact, ItemDraft item, String member) {
        owners.put(fact, item.target("/" + member));
        return member;
    }

    private void own(Element around, String query, Target target) {
        around.select(query).stream().limit(1).forEach(each -> owners.put(each, target));
    }

    private static String text(Element around, String query) {
        Element found = around.selectFirst(query);
        return found == null ? "" : found.text();
    }

    private static String after(String id, String marker) {
        int at = id.indexOf(marker);
        String rest = at < 0 ? "" : id.substring(at + marker.length());
        return Slug.isValid(rest) ? rest : "";
    }
}
