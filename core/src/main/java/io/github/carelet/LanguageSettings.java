package io.github.carelet;

import io.github.carelet.language.Languages;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** In what words a host speaks to patients. Used by one thread. */
final class LanguageSettings {

    private final Set<String> unreviewed = new LinkedHashSet<>();
    private Optional<Path> folder = Optional.empty();

    void readFrom(Path newFolder) {
        folder = Optional.of(newFolder);
    }

    void allow(List<String> tags) {
        unreviewed.addAll(tags);
    }

    /** Returns the languages, and adds what is wrong with them. */
    Languages read(List<String> problems) {
        return Languages.read(folder, unreviewed, problems);
    }
}
