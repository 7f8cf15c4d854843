package io.github.carelet.examples.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;

/** The site. Start it, and open {@code http://localhost:8080/}. Nobody signs in here, so there are no users. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Application {

    /** Starts the site. */
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }
}
