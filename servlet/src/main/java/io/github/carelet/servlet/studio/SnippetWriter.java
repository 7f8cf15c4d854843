package io.github.carelet.servlet.studio;

import io.github.carelet.Look;
import io.github.carelet.servlet.page.Templates;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes what to paste. The only text in it that is free is the title, which stands in HTML alone; all else are ids, tags of
 * languages and addresses. Safe for use by many threads.
 */
final class SnippetWriter {

    private final Templates templates;

    SnippetWriter(Templates templates) {
        this.templates = templates;
    }

    /** Returns every way to show what was chosen, the least demanding first; none for a form that there is not. */
    List<Snippet> write(Site site, Choice choice, Look look) {
        return site.href(choice)
                .map(href -> new Pasted(href, choice.title(), site.script(), choice, look))
                .map(this::snippets)
                .orElse(List.of());
    }

    private List<Snippet> snippets(Pasted pasted) {
        return List.of(
                html(Snippet.Kind.LINK, "studio/link.jte", pasted),
                html(Snippet.Kind.FRAME, "studio/frame.jte", pasted),
                html(Snippet.Kind.ELEMENT, "studio/element.jte", pasted),
                new Snippet(Snippet.Kind.JSP, jsp(pasted.choice())),
                new Snippet(Snippet.Kind.THYMELEAF, thymeleaf(pasted.choice())),
                new Snippet(Snippet.Kind.JAVA, java(pasted.choice())));
    }

    private Snippet html(Snippet.Kind kind, String template, Pasted pasted) {
        return new Snippet(kind, new String(templates.render(template, pasted), StandardCharsets.UTF_8).strip());
    }

    private static String jsp(Choice choice) {
        Map<String, String> attributes = new LinkedHashMap<>();
        content(choice).flatMap(Subject.Content::id).ifPresent(id -> attributes.put("id", id));
        attributes.putAll(onServer(choice));
        String tag = "<carelet:" + content(choice).map(SnippetWriter::tag).orElse("booking")
                + attributes.entrySet().stream()
                        .map(each -> " " + each.getKey() + "=\"" + each.getValue() + "\"")
                        .collect(Collectors.joining())
                + "/>";
        return "<%@ taglib prefix=\"carelet\" uri=\"io.github.carelet.tags\" %>\n"
                + (content(choice).isPresent() ? stylesheet(choice) : "<carelet:script/>") + "\n" + tag;
    }

    private static String stylesheet(Choice choice) {
        return "<carelet:stylesheet"
                + choice.partner().map(id -> " partner=\"" + id + "\"").orElse("") + "/>";
    }

    /** A list has the name of its kind, and one of it the same in the singular. */
    private static String tag(Subject.Content content) {
        return content.id().isPresent()
                ? content.kind().substring(0, content.kind().length() - 1)
                : content.kind();
    }

    /** By a name in the model: where text goes in unescaped, Thymeleaf lets no bean be named. */
    private static String thymeleaf(Choice choice) {
        String map = onServer(choice).entrySet().stream()
                .map(each -> "'" + each.getKey() + "': '" + each.getValue() + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        Optional<Subject.Content> content = content(choice);
        String stylesheet = "fragments.stylesheet("
                + choice.partner().map(id -> "'" + id + "'").orElse("") + ")";
        String head = content.isPresent()
                ? "<link rel=\"stylesheet\" th:href=\"${" + stylesheet + ".href()}\"" + " th:attr=\"integrity=${"
                        + stylesheet + ".integrity()}\" crossorigin=\"anonymous\">"
                : "<script th:src=\"${fragments.script().href()}\""
                        + " th:attr=\"integrity=${fragments.script().integrity()}\" crossorigin=\"anonymous\""
                        + " async></script>";
        String call =
                content.map(each -> "html('" + each.path() + "', " + map + ")").orElse("booking(" + map + ")");
        return head + "\n<th:block th:utext=\"${fragments." + call + "}\"></th:block>";
    }

    private static String java(Choice choice) {
        String map = onServer(choice).entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\", \"" + each.getValue() + "\"")
                .collect(Collectors.joining(", ", "Map.of(", ")"));
        String call = content(choice)
                .map(each -> "html(\"" + each.path() + "\", " + map + ")")
                .orElse("booking(" + map + ")");
        return "Fragments fragments = Fragments.in(servletContext);\nString html = fragments." + call + ";";
    }

    /** Content in a page of the host's own has the host's colours. */
    private static Map<String, String> onServer(Choice choice) {
        Map<String, String> parameters = new LinkedHashMap<>(choice.parameters());
        if (content(choice).isPresent()) {
            parameters.remove("theme");
        }
        return parameters;
    }

    private static Optional<Subject.Content> content(Choice choice) {
        return choice.subject() instanceof Subject.Content content ? Optional.of(content) : Optional.empty();
    }
}
