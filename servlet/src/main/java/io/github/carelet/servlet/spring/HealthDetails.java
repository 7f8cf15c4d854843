package io.github.carelet.servlet.spring;

import io.github.carelet.Health;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Actuator is told, by the names that it has for it; nothing of a patient is in it.
 *
 * @param status {@code UP}, or {@code DOWN} where no booking can be taken
 * @param values counts and states
 */
record HealthDetails(String status, Map<String, Object> values) {

    static HealthDetails of(Health health) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("catalog", health.publication().version());
        values.put("newest", health.publication().isNewest());
        values.put("problems", health.publication().problems().size());
        values.put("store", health.store());
        health.outbox().ifPresent(outbox -> {
            values.put("due", outbox.due());
            values.put("dead", outbox.dead());
        });
        return new HealthDetails(health.ok() ? "UP" : "DOWN", values);
    }
}
