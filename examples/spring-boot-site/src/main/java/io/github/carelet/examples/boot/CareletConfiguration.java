package io.github.carelet.examples.boot;

import io.github.carelet.Carelet;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.CareletServlet;
import io.github.carelet.servlet.Fragments;
import io.github.carelet.source.ClassPathSource;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds a Carelet, mounts its servlet and offers its fragments to the templates. */
@Configuration
class CareletConfiguration {

    private static final String MOUNT = "/carelet";

    /** Spring closes it when the application stops. */
    @Bean
    Carelet carelet(@Value("${carelet.data}") Path data) {
        ClassLoader classes = CareletConfiguration.class.getClassLoader();
        return Carelet.builder(ClassPathSource.of(classes, List.of("clinic.json"), CatalogReader.withSamples()))
                .storage(data)
                // In production: KeyRing.load from a secret store, apart from the data.
                .keys(KeyRing.loadOrCreate(data.resolve("keys.json")))
                .build();
    }

    @Bean
    ServletRegistrationBean<CareletServlet> careletServlet(Carelet carelet) {
        return new ServletRegistrationBean<>(new CareletServlet(carelet), MOUNT + "/*");
    }

    /** For the controllers that put fragments into a page. */
    @Bean
    Fragments fragments(Carelet carelet) {
        return Fragments.of(carelet, MOUNT);
    }
}
