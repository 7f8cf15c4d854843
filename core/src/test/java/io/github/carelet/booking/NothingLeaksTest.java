package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.carelet.schedule.Preference;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Stretch;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Builds every record of the package around a patient whose every text is a canary, and looks at what it prints. */
class NothingLeaksTest {

    private static final String CANARY = "Canary-7f3a";

    /** Texts that are no patient's, by the components that hold them. */
    private static final Set<String> PUBLIC = Set.of(
            "reference",
            "status",
            "version",
            "sha256",
            "type",
            "location",
            "partner",
            "source",
            "practitioner",
            "pool",
            "language",
            "actor",
            "leftOut",
            "event",
            "keyId",
            "counted",
            "field",
            "code",
            "arguments",
            "kind",
            "destination",
            "id",
            "bookingId",
            "origins",
            "jsonLd",
            "look");

    @Test
    void noRecordPrintsWhatAPatientSaid() throws Exception {
        int tried = 0;
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.github.carelet.booking")) {
            if (each.isRecord()) {
                Object record = build(each.reflect());
                assertThat(record.toString()).as(each.getName()).doesNotContain(CANARY);
                tried++;
            }
        }
        System.out.println("records that print a canary: 0 of " + tried + "; control: " + new Control(CANARY));
        assertThat(tried).isGreaterThan(15);
        assertThat(new Control(CANARY).toString()).contains(CANARY);
    }

    private record Control(String name) {}

    private static Object build(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getGenericType(), components[i].getName());
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object value(Type type, String name) throws Exception {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (generic.getRawType() == Map.class) {
                return Map.of(value(generic.getActualTypeArguments()[0], name), value(last, name));
            }
            if (generic.getRawType() == Function.class) {
                return Function.identity();
            }
            if (generic.getRawType() == Set.class) {
                return Set.of(value(last, name));
            }
            return generic.getRawType() == List.class ? List.of(value(last, name)) : Optional.of(value(last, name));
        }
        Class<?> raw = (Class<?>) type;
        return raw.isRecord() && raw.getPackageName().equals("io.github.carelet.booking")
                ? build(raw)
                : simple(raw, name);
    }

    private static Object simple(Class<?> type, String name) {
        if (type == String.class) {
            return PUBLIC.contains(name) ? "plain" : CANARY;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        Map<Class<?>, Object> values = Map.of(
                boolean.class,
                true,
                int.class,
                1,
                byte[].class,
                new byte[] {1},
                Instant.class,
                Instant.EPOCH,
                LocalDate.class,
                LocalDate.EPOCH,
                OffsetDateTime.class,
                OffsetDateTime.parse("2026-12-01T08:00:00-08:00"),
                Preference.class,
                Preference.parse("2026-12-01/any"),
                io.github.carelet.catalog.Catalog.class,
                Clinics.catalog(),
                io.github.carelet.catalog.AppointmentType.class,
                Clinics.catalog().appointmentTypes().get(0),
                io.github.carelet.catalog.Location.class,
                Clinics.catalog().locations().get(0));
        Object value = values.get(type);
        if (value == null) {
            return more(type);
        }
        return value;
    }

    private static Object more(Class<?> type) {
        if (type == io.github.carelet.privacy.KeyRing.class) {
            return io.github.carelet.privacy.KeyRing.ephemeral();
        }
        if (type == java.util.random.RandomGenerator.class) {
            return new java.security.SecureRandom();
        }
        if (type == Resource.class) {
            return Resource.pool("plain", "plain");
        }
        if (type == Closure.Scope.class) {
            return new Closure.Place("plain");
        }
        if (type == io.github.carelet.catalog.OpenInterval.class) {
            return io.github.carelet.catalog.OpenInterval.parse("08:00-09:00");
        }
        if (type == Stretch.class) {
            return new Stretch(Instant.EPOCH, Instant.EPOCH);
        }
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type == java.time.Duration.class) {
            return java.time.Duration.ZERO;
        }
        if (type == java.util.OptionalInt.class) {
            return java.util.OptionalInt.of(1);
        }
        if (type == io.github.carelet.catalog.CatalogScope.class) {
            return io.github.carelet.catalog.CatalogScope.ALL;
        }
        throw new IllegalArgumentException("no value known for " + type);
    }
}
