package io.github.carelet.servlet.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScriptSourceTest {

    @Test
    void whatIsOnlyForReadersIsLeftOut() {
        assertThat(ScriptSource.packed("// why\n(() => {\n\n  // more\n  f('//x'); // kept\n})();\n"))
                .isEqualTo("(() => {\nf('//x'); // kept\n})();\n");
    }

    @Test
    void aTextThatMayGoOverLinesIsRefused() {
        assertThatThrownBy(() -> ScriptSource.packed("f(`\n  kept\n`)")).isInstanceOf(IllegalArgumentException.class);
    }
}
