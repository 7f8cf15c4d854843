package io.github.carelet.examples.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The site. Start it, and open {@code http://localhost:8080/}. The same file for Spring Boot 3.5 and 4.1. */
@SpringBootApplication
public class Application {

    /** Starts the site. */
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }
}
