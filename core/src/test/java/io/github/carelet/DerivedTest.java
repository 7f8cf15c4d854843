package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.source.FileSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedTest {

    private final List<String> made = new ArrayList<>();
    private Carelet carelet;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        Clinics.written(folder, "Maple");
        carelet = Carelet.builder(FileSource.of(folder.resolve("clinic.json"), CatalogReader.strict()))
                .contentOnly()
                .build();
    }

    @AfterEach
    void close() {
        carelet.close();
    }

    @Test
    void itIsMadeOnceForEachCatalogueBeforeAnybodyAsks() {
        Derived<String> derived = Derived.of(carelet, this::name);
        assertThat(made).containsExactly("Maple");
        assertThat(derived.get()).isEqualTo("Maple").isSameAs(derived.get());

        Clinics.written(folder, "Oak");
        carelet.reload();
        assertThat(made).containsExactly("Maple", "Oak");
        assertThat(derived.get()).isEqualTo("Oak");
        assertThat(made).containsExactly("Maple", "Oak");
    }

    @Test
    void aReloadOfTheSameOrOfSomethingBrokenMakesNothing() {
        Derived<String> derived = Derived.of(carelet, this::name);
        String first = derived.get();
        carelet.reload();
        Clinics.write(folder.resolve("clinic.json"), "{");
        carelet.reload();
        assertThat(derived.get()).isSameAs(first);
        assertThat(made).hasSize(1);
    }

    @Test
    void itCanBuildOnWhatWasThereBefore() {
        Derived<List<String>> names = Derived.successive(carelet, (publication, before) -> {
            List<String> all = new ArrayList<>(before.orElse(List.of()));
            all.add(name(publication));
            return all;
        });
        assertThat(names.get()).containsExactly("Maple");
        for (String name : List.of("Oak", "Elm")) {
            Clinics.written(folder, name);
            carelet.reload();
        }
        assertThat(names.get()).containsExactly("Maple", "Oak", "Elm");
    }

    @Test
    void itAlwaysBelongsToWhatIsServed() {
        Clinics.written(folder, "Oak");
        carelet.reload();
        Derived<String> late = Derived.of(carelet, this::name);
        assertThat(late.get()).isEqualTo("Oak");

        List<String> seen = new ArrayList<>();
        Derived.of(carelet, publication -> seen.add(late.get() + " while " + name(publication) + " is made"));
        Clinics.written(folder, "Elm");
        carelet.reload();
        assertThat(seen).containsExactly("Oak while Oak is made", "Oak while Elm is made");
        assertThat(late.get()).isEqualTo("Elm");
    }

    @Test
    void aCatalogueOfWhichItCannotBeMadeIsNotPublished() {
        Derived<String> derived = Derived.of(carelet, publication -> {
            if (name(publication).equals("Oak")) {
                throw new IllegalStateException("no Oak");
            }
            return name(publication);
        });
        Clinics.written(folder, "Oak");
        assertThatThrownBy(carelet::reload).hasMessage("no Oak");
        assertThat(name(carelet.publication())).isEqualTo("Maple");
        assertThat(derived.get()).isEqualTo("Maple");
    }

    @Test
    void theProgressOfAPublicationIsTold() {
        List<String> told = new ArrayList<>();
        try (Carelet open = Carelet.builder(FileSource.of(folder.resolve("clinic.json"), CatalogReader.strict()))
                .contentOnly()
                .lastGood(folder.resolve("kept"))
                .onProgress(each -> told.add(each.stage() + " " + each.done() + "/" + each.total()))
                .build()) {
            // Beside what Carelet itself derives, for searching.
            Derived.of(open, this::name);
            assertThat(told).containsExactly("READING 0/1", "READING 1/1", "KEEPING 1/1");
            told.clear();
            Clinics.written(folder, "Oak");
            open.reload();
            List<String> deriving =
                    told.stream().filter(each -> each.startsWith("DERIVING")).toList();
            int all = deriving.size();
            assertThat(all).as("these two and what a Carelet has itself").isGreaterThanOrEqualTo(2);
            assertThat(deriving)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, all)
                            .mapToObj(i -> "DERIVING " + i + "/" + all)
                            .toList());
            told.removeAll(deriving);
            assertThat(told).containsExactly("READING 0/1", "READING 1/1", "SERVING 1/1", "KEEPING 1/1");
        }
    }

    @Test
    void manyWhoAskAtOnceGetTheSame() throws Exception {
        Derived<Object> derived = Derived.of(carelet, publication -> new Object());
        Clinics.written(folder, "Oak");
        carelet.reload();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Object>> asked = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                asked.add(threads.submit(() -> {
                    start.await();
                    return derived.get();
                }));
            }
            start.countDown();
            for (Future<Object> each : asked) {
                assertThat(each.get()).isSameAs(derived.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private String name(Publication publication) {
        String name = publication.catalog().clinic().name().in("en").value();
        made.add(name);
        return name;
    }
}
