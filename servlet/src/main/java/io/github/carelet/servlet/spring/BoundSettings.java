package io.github.carelet.servlet.spring;

import io.github.carelet.Carelet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * What the properties below a prefix say, over all sources: maps, lists and texts. Maps are put together from all of them, a
 * list is that of the source that has most say.
 *
 * @param environment has the properties
 * @param prefix without a dot at its end
 */
record BoundSettings(Environment environment, String prefix) {

    /** What is below these is called by ids, which may be numbers, and is no list. */
    private static final Set<String> BY_ID = Set.of("partners", "calendars");

    private static final Bindable<Map<String, Object>> MAP = Bindable.mapOf(String.class, Object.class);
    private static final Bindable<List<Map<String, Object>>> MAPS = Bindable.of(ResolvableType.forClassWithGenerics(
            List.class, ResolvableType.forClassWithGenerics(Map.class, String.class, Object.class)));

    Map<String, Object> all() {
        Map<String, Object> settings = new LinkedHashMap<>();
        binder().bind(prefix, MAP).orElseGet(Map::of).forEach((key, value) -> {
            if (!isForeign(key)) {
                settings.put(key, whole(prefix + "." + key, value, BY_ID.contains(key)));
            }
        });
        return settings;
    }

    /** Maps hold lists as maps by numbers, each of which is of another source perhaps: such a list is bound once more, as one. */
    private Object whole(String name, Object value, boolean byId) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (!byId
                && !map.isEmpty()
                && map.keySet().stream().allMatch(key -> key.toString().matches("[0-9]{1,9}"))) {
            return list(name, map);
        }
        Map<String, Object> settled = new LinkedHashMap<>();
        map.forEach((key, each) -> settled.put(key.toString(), whole(name + "." + key, each, false)));
        return settled;
    }

    private Object list(String name, Map<?, ?> map) {
        ConfigurationPropertyName place = ConfigurationPropertyName.adapt(name, '.');
        boolean nested = map.values().stream().anyMatch(Map.class::isInstance);
        return nested
                ? binder().bind(place, MAPS).<Object>map(list -> list).orElse(map)
                : binder().bind(place, Bindable.listOf(String.class))
                        .<Object>map(list -> list)
                        .orElse(map);
    }

    private Binder binder() {
        return Binder.get(environment);
    }

    /** What only the system's environment has and nobody knows is not meant for us: Kubernetes tells of a Service named carelet so. */
    private boolean isForeign(String key) {
        return !Carelet.isSetting(key)
                && environment instanceof ConfigurableEnvironment sources
                && sources.getPropertySources().stream()
                        .filter(source -> !(source instanceof SystemEnvironmentPropertySource))
                        .noneMatch(source -> source instanceof EnumerablePropertySource<?> list
                                && Stream.of(list.getPropertyNames())
                                        .anyMatch(name -> name.startsWith(prefix + "." + key)));
    }
}
