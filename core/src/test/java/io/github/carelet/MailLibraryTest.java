package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailLibraryTest {

    @TempDir
    Path folder;

    @Test
    void whoWantsMailsAndLacksTheLibraryIsToldWhatToAddAndWhoWantsNoneNeedsNone() throws Exception {
        Clinics.written(folder, "Maple");
        try (URLClassLoader without = ClassPath.without("angus")) {
            Method run =
                    without.loadClass(WithoutMailLibrary.class.getName()).getMethod("run", Path.class, boolean.class);
            assertThat(run.invoke(null, folder, true))
                    .asString()
                    .contains("needs Angus Mail", "org.eclipse.angus:angus-mail");
            assertThat(run.invoke(null, folder, false)).isEqualTo("");
        }
        assertThat(WithoutMailLibrary.run(folder, true))
                .as("the control: here it is there")
                .isEmpty();
    }
}
