package io.github.carelet.examples.boot;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.CacheControlConfig;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** What Spring Security must know about Carelet, and the rest of the site as usual. */
@Configuration
class SecurityConfiguration {

    /** The public part of Carelet has its own defences; Spring's would break it. */
    @Bean
    @Order(1)
    SecurityFilterChain careletChain(HttpSecurity http) throws Exception {
        // By the whole path: securityMatcher("/carelet/**") means paths of Spring MVC's servlet and would never match.
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/carelet/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // The form's frame is sandboxed: it posts with "Origin: null" and without a cookie, so no token that
                // hangs
                // on a session can come with it. The form's own signed token is the defence.
                .csrf(AbstractHttpConfigurer::disable)
                // Partners frame the form: Carelet names them in frame-ancestors, and X-Frame-Options would forbid them
                // all.
                // What may be cached, and for how long, Carelet says itself.
                .headers(headers ->
                        headers.frameOptions(FrameOptionsConfig::disable).cacheControl(CacheControlConfig::disable))
                // Patients have no session here and get none, neither for a saved request nor for anything else. One
                // that
                // the site opened for a signed-in member of the staff is honoured.
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .build();
    }

    /** Everything else is the site's own. */
    @Bean
    @Order(2)
    SecurityFilterChain siteChain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(withDefaults())
                .build();
    }

    /**
     * Carelet's inbox asks the container for the role {@code carelet-staff} by that name. Spring would look for
     * {@code ROLE_carelet-staff}; so grant the authority {@code carelet-staff}, and let no prefix come before it.
     */
    @Bean
    static GrantedAuthorityDefaults grantedAuthorityDefaults() {
        return new GrantedAuthorityDefaults("");
    }
}
