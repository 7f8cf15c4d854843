package io.github.carelet.partnersite;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/** Understands what follows a command that takes one file or folder, and {@code --out} with another. */
final class FromTo {

    private FromTo() {}

    static Command parse(String command, List<String> words, BiFunction<Path, Path, Command> then) {
        boolean good = words.size() == 3
                && !words.get(0).startsWith("-")
                && words.get(1).equals("--out")
                && !words.get(2).startsWith("-");
        if (!good) {
            return new Command.Refused(List.of(command + " takes one file or folder and --out with another, not '"
                    + String.join(" ", words) + "'"));
        }
        try {
            return then.apply(Path.of(words.get(0)), Path.of(words.get(2)));
        } catch (InvalidPathException e) {
            return new Command.Refused(List.of(command + ": '" + e.getInput() + "' is no path: " + e.getReason()));
        }
    }
}
