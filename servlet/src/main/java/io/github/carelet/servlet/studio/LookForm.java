package io.github.carelet.servlet.studio;

import io.github.carelet.Look;
import io.github.carelet.LookToken;
import io.github.carelet.servlet.http.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A look as somebody fills it in.
 *
 * @param look what can be used of it
 * @param wrong what can't
 */
record LookForm(Look look, List<LookToken> wrong) {

    LookForm {
        wrong = List.copyOf(wrong);
    }

    /** Reads it; what is not said is as before. */
    static LookForm read(Query query, Look before) {
        Map<LookToken, String> values = new EnumMap<>(LookToken.class);
        List<LookToken> wrong = new ArrayList<>();
        for (LookToken token : LookToken.values()) {
            String typed = query.first(token.code()).orElseGet(() -> before.value(token));
            try {
                values.put(token, token.read(typed));
            } catch (IllegalArgumentException e) {
                wrong.add(token); // said to whoever typed it, in words
                values.put(token, before.value(token));
            }
        }
        return new LookForm(new Look(Collections.unmodifiableMap(values)), wrong);
    }
}
