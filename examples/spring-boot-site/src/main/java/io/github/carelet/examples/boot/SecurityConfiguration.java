package io.github.carelet.examples.boot;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** What Spring Security must know about Carelet, and the rest of the site as usual. */
@Configuration
class SecurityConfiguration {

    /** The public part of Carelet has its own defences; Spring's would break it. */
    @Bean
    @Order(1)
    SecurityFilterChain carelet(HttpSecurity http) throws Exception {
        return http.securityMatcher("/carelet/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // The form is sandboxed: it posts with "Origin: null" and without a cookie, so no session token can come
                // with it. Its own signed token is the defence.
                .csrf(AbstractHttpConfigurer::disable)
                // Partners frame the form; Carelet names them in frame-ancestors. X-Frame-Options would forbid them all. Its
                // cache headers are its own as well.
                .headers(AbstractHttpConfigurer::disable)
                // A form without a session must not be given one by a saved request.
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Everything else is the site's own. */
    @Bean
    @Order(2)
    SecurityFilterChain site(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(withDefaults())
                .build();
    }

    /** Carelet asks for the role {@code carelet-staff} by that name, without Spring's {@code ROLE_} before it. */
    @Bean
    static GrantedAuthorityDefaults grantedAuthorityDefaults() {
        return new GrantedAuthorityDefaults("");
    }
}
