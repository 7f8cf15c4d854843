package io.github.carelet.servlet.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptSourceTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`// why\n(() => {\n\n  f('//  x'); // so\n})();\n`, (()=>{f('//  x')})();",
                "`const a = new  B , c = typeof d ;`, `const a=new B,c=typeof d;`",
                "`f({ a, b: 'it\\'s  // here', }, [1, 2,], );`, `f({a,b:'it\\'s  // here'},[1,2]);`",
                "`class A extends B { static c = 1; d() { return \"x  y\"; } }`, `class A extends B{static c=1;d(){return\"x  y\"}}`",
                "`a = b / c; // d`, a=b/c;"
            })
    void whatIsOnlyForReadersIsLeftOut(String source, String packed) {
        assertThat(ScriptSource.packed(source)).isEqualTo(packed + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f(`\n  kept\n`);", "/* why */ f();"})
    void whatItCantReadIsRefused(String source) {
        assertThatThrownBy(() -> ScriptSource.packed(source)).isInstanceOf(IllegalArgumentException.class);
    }
}
