package io.github.carelet.examples.boot;

import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.spring.CareletCustomizer;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What application.yml can't say of Carelet. The rest is there, and the servlet is mounted as it says. */
@Configuration
class CareletConfiguration {

    /** So that this starts anywhere. In production: {@code carelet.keys}, a file from a secret store, apart from the data. */
    @Bean
    CareletCustomizer keysOfTheirOwn(@Value("${carelet.storage}") Path data) {
        return builder -> builder.keys(KeyRing.loadOrCreate(data.resolve("keys.json")));
    }
}
