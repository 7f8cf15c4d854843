package io.github.carelet.partnersite;

import io.github.carelet.Carelet;
import io.github.carelet.Partner;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.CareletServlet;
import io.github.carelet.source.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** The sample clinic in every language of the interface and in both pseudo-locales. Its content is in English and Spanish only. */
final class EveryLanguage implements AutoCloseable {

    static final List<String> ALL = List.of(
            "en", "es", "zh-Hans", "hy", "vi", "ko", "fa", PseudoLocales.RIGHT_TO_LEFT, PseudoLocales.LONG_WORDS);

    /** Who may do everything at the front desk. */
    static final StaffLogin STAFF = new StaffLogin("ann", "correct horse");

    private static final List<String> FILES = List.of(
            "10-clinic.json",
            "20-locations.json",
            "30-conditions.json",
            "40-treatments.json",
            "50-articles.json",
            "60-appointment-types.json");

    private final LocalTomcat tomcat;
    private final Carelet carelet;

    private EveryLanguage(LocalTomcat tomcat, Carelet carelet) {
        this.tomcat = tomcat;
        this.carelet = carelet;
    }

    static EveryLanguage start(Path folder) throws IOException, CannotStartException {
        return start(folder, ALL, InstantSource.system());
    }

    /** Starts it in some languages at a certain time, so that all that is shown of it is known beforehand. */
    static EveryLanguage start(Path folder, List<String> languages, InstantSource clock)
            throws IOException, CannotStartException {
        Path clinic = Files.createDirectories(folder.resolve("clinic"));
        Path words = Files.createDirectories(folder.resolve("words"));
        for (String file : FILES) {
            Files.writeString(clinic.resolve(file), inLanguages(file, languages));
        }
        PseudoLocales.write(words);
        LocalTomcat tomcat = LocalTomcat.bind(0);
        String address = "http://localhost:" + tomcat.port();
        Carelet carelet = Carelet.builder(FileSource.of(clinic, CatalogReader.withSamples()))
                .storage(folder.resolve("data"))
                .keys(KeyRing.ephemeral())
                .publicUrl(URI.create(address + DemoServer.MOUNT))
                .partner(new Partner(DemoServer.PARTNER, List.of(address)))
                .messages(words)
                .unreviewedLanguages(languages.toArray(String[]::new))
                .clock(clock)
                .openStudio()
                .withoutLimits()
                .build();
        tomcat.protect(
                List.of(
                        DemoServer.MOUNT + "/staff/*",
                        DemoServer.MOUNT + "/doctor/*",
                        DemoServer.MOUNT + "/studio/partners"),
                List.of(STAFF));
        tomcat.serve(DemoServer.MOUNT, new CareletServlet(carelet), new SiteServlet(carelet, DemoServer.MOUNT));
        return new EveryLanguage(tomcat, carelet);
    }

    private static String inLanguages(String file, List<String> languages) throws IOException {
        try (InputStream bytes = EveryLanguage.class.getResourceAsStream("/clinic/" + file)) {
            String json = new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
            return file.startsWith("10-")
                    ? json.replaceFirst(
                            "\"languages\": \\[\"en\", \"es\"]",
                            "\"languages\": [\"" + String.join("\", \"", languages) + "\"]")
                    : json;
        }
    }

    String address() {
        return "http://localhost:" + tomcat.port() + DemoServer.MOUNT;
    }

    @Override
    public void close() {
        tomcat.close();
        carelet.close();
    }
}
