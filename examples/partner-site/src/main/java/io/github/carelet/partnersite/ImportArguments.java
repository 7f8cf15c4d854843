package io.github.carelet.partnersite;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Understands what follows {@code import} on the command line, or says everything that is wrong with it. */
final class ImportArguments {

    private final List<String> sources = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private ImportArguments() {}

    static Command parse(List<String> words) {
        ImportArguments arguments = new ImportArguments();
        arguments.collect(words);
        Optional<Path> out = arguments.out();
        return arguments.problems.isEmpty()
                ? new Command.Import(arguments.sources, out.orElseThrow())
                : new Command.Refused(arguments.problems);
    }

    private void collect(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                sources.add(word);
            } else if (!word.equals("--out")) {
                problems.add("'" + word + "' is no option of import: expected --out DIR");
                i += i + 1 < words.size() && !words.get(i + 1).startsWith("--") ? 1 : 0;
            } else if (i + 1 == words.size() || words.get(i + 1).startsWith("--")) {
                problems.add("--out lacks its value");
                folders.add("");
            } else {
                folders.add(words.get(++i));
            }
        }
        if (sources.isEmpty()) {
            problems.add("import takes files or addresses of pages, and found none");
        }
    }

    private Optional<Path> out() {
        if (folders.isEmpty()) {
            problems.add("import lacks --out DIR");
            return Optional.empty();
        }
        if (folders.size() > 1) {
            problems.add("--out is there twice, expected once");
        }
        try {
            return Optional.of(Path.of(folders.get(0)));
        } catch (InvalidPathException e) {
            problems.add("--out '" + folders.get(0) + "' is no path: " + e.getReason());
            return Optional.empty();
        }
    }
}
