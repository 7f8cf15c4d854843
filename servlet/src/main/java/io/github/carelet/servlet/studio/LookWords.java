package io.github.carelet.servlet.studio;

import io.github.carelet.Contrast;
import io.github.carelet.Look;
import io.github.carelet.LookToken;
import io.github.carelet.language.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says in words what is to be said of a look.
 *
 * @param words the messages for whoever reads
 */
record LookWords(Messages words) {

    private static final String KEY = "studio.look.";

    /** Returns what a token is called, within its group. */
    String name(LookToken token) {
        String code = token.code();
        String name = words.text(KEY + "token." + (token.isDark() ? code.substring(0, code.length() - 5) : code));
        return token.kind() == LookToken.Kind.LENGTH
                ? words.text(KEY + "range", name, token.least(), token.most())
                : name;
    }

    /** Returns what can't be used, and what can't be told from what it stands on. */
    List<String> problems(LookForm form) {
        List<String> problems = new ArrayList<>();
        form.wrong()
                .forEach(token -> problems.add(words.text(
                        KEY + "wrong." + token.kind().name().toLowerCase(Locale.ROOT),
                        named(token),
                        token.standard())));
        problems.addAll(problems(form.look()));
        return problems;
    }

    /** Returns what can't be told from what it stands on. */
    List<String> problems(Look look) {
        return look.contrasts().stream()
                .filter(each -> !each.isEnough())
                .map(this::problem)
                .toList();
    }

    /** Returns all that was looked at, with how well it can be told. */
    List<LookPage.Fact> facts(Look look) {
        return look.contrasts().stream()
                .map(each -> new LookPage.Fact(named(each), words.text(KEY + "ratio", ratio(each.hundredths()))))
                .toList();
    }

    private String problem(Contrast contrast) {
        return words.text(
                KEY + "contrast.short",
                named(contrast),
                ratio(contrast.hundredths()),
                ratio(contrast.what().least()));
    }

    private String named(LookToken token) {
        return token.isDark() ? words.text(KEY + "in.dark", name(token)) : name(token);
    }

    private String named(Contrast contrast) {
        String what = words.text(KEY + "contrast." + contrast.what().name().toLowerCase(Locale.ROOT));
        return contrast.dark() ? words.text(KEY + "in.dark", what) : what;
    }

    private static String ratio(int hundredths) {
        String exact = hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10;
        return exact.endsWith(".00") ? exact.substring(0, exact.length() - 3) : exact;
    }
}
