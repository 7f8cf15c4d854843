package io.github.carelet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.carelet.catalog.CatalogReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassPathSourceTest {

    private static final String FULL = "io/github/carelet/catalog/full.json";

    @Test
    void resourcesAreReadAndNeverChange() {
        ClassPathSource source = source(FULL);
        assertThat(source.read().catalog().orElseThrow().clinic().id()).isEqualTo("example");
        assertThat(source.mark()).isEqualTo(source(FULL).mark());
    }

    @Test
    void problemsCarryTheNameOfTheResource() {
        assertThat(source(FULL, FULL).read().errors())
                .isNotEmpty()
                .allMatch(each -> each.file().equals(FULL));
    }

    @Test
    void aResourceThatIsMissingIsAMistakeOfTheApplication() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source("missing.json").read())
                .withMessageContaining("'missing.json'");
    }

    private static ClassPathSource source(String... names) {
        return ClassPathSource.of(ClassPathSourceTest.class.getClassLoader(), List.of(names), CatalogReader.strict());
    }
}
