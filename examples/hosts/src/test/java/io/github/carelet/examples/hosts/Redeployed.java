package io.github.carelet.examples.hosts;

import io.github.carelet.Carelet;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.delivery.WebhookEndpoint;
import io.github.carelet.delivery.WebhookSecret;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.ClassPathSource;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An application with everything of Carelet that has a thread, a file or a connection. */
public final class Redeployed implements ServletContainerInitializer, AutoCloseable {

    private final Path folder;
    private final Carelet carelet;

    /** Starts it. */
    public Redeployed(Path folder) {
        this.folder = folder;
        URI nobody = URI.create("http://127.0.0.1:9/hook");
        this.carelet = Carelet.builder(ClassPathSource.of(
                        Redeployed.class.getClassLoader(), List.of("clinic.json"), CatalogReader.withSamples()))
                .storage(folder.resolve("redeployed"))
                .keys(KeyRing.loadOrCreate(folder.resolve("keys.json")))
                .watch(Duration.ofMillis(50))
                .egress(EgressRules.publicHttps().allowing("127.0.0.1", 9))
                .webhook(new WebhookEndpoint("desk", nobody, List.of(WebhookSecret.parse("whsec_" + "QUJD".repeat(8)))))
                .withoutLimits()
                .build();
    }

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        new HostSite(Map.of("/care", carelet), folder).onStartup(classes, context);
    }

    @Override
    public void close() {
        carelet.close();
    }
}
