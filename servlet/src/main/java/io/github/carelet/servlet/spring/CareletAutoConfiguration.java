package io.github.carelet.servlet.spring;

import io.github.carelet.Carelet;
import io.github.carelet.CareletBuilder;
import io.github.carelet.MicrometerMeasures;
import io.github.carelet.servlet.CareletServlet;
import io.github.carelet.servlet.Fragments;
import io.github.carelet.servlet.StaffAccess;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Builds a {@link Carelet} from the properties {@code carelet.*}, if there is a {@code carelet.catalog}, closes it with the
 * application, mounts it at {@code carelet.path} ({@value #DEFAULT_PATH} if absent), and offers its {@link Fragments} to the
 * controllers. The other properties are the keys of the JSON file, in any spelling that Spring Boot knows; relative paths begin
 * in the working directory. As usual in Spring Boot, a list is taken whole from the source that has most say, such as a profile.
 *
 * <p>Each bean stands back if the host has its own: with a Carelet of the host's, only the rest is done for it. Spring Security
 * is left alone: a filter chain that came from here would take the place of Spring Boot's own, and open the rest of the site.
 * With Micrometer and one registry, requests and bookings are counted; see {@link CareletHealthAutoConfiguration} for Actuator.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(ServletRegistrationBean.class)
public final class CareletAutoConfiguration {

    private static final String PREFIX = "carelet";
    private static final String PATH = "path";
    private static final String DEFAULT_PATH = "/carelet";

    /** Made by Spring. */
    public CareletAutoConfiguration() {
        // There is nothing to keep.
    }

    /** Returns what the properties ask for; Spring closes it. */
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("carelet.catalog")
    public Carelet carelet(ApplicationContext context, ObjectProvider<CareletCustomizer> customizers) {
        Map<String, Object> settings = new BoundSettings(context.getEnvironment(), PREFIX).all();
        ClassLoader classes =
                Optional.ofNullable(context.getClassLoader()).orElseGet(CareletServlet.class::getClassLoader);
        CareletBuilder builder = Carelet.configured(settings, PREFIX, Path.of(""), classes);
        customizers.orderedStream().forEach(each -> each.customize(builder));
        return builder.build();
    }

    /** Returns the servlet at its path. Who works at the clinic is asked of a {@link StaffAccess}, if there is such a bean. */
    @Bean
    @ConditionalOnSingleCandidate(Carelet.class)
    @ConditionalOnMissingBean(value = CareletServlet.class, parameterizedContainer = ServletRegistrationBean.class)
    public ServletRegistrationBean<CareletServlet> careletServlet(
            Carelet carelet, ObjectProvider<StaffAccess> staff, Environment environment) {
        CareletServlet servlet = new CareletServlet(carelet, staff.getIfAvailable(StaffAccess::container));
        return new ServletRegistrationBean<>(servlet, path(environment) + "/*");
    }

    /**
     * Returns the fragments, with links that have the application's context path before them. Where one registration mounts a
     * {@link CareletServlet}, ours or the host's own, they lead there and share its cache.
     */
    @Bean
    @ConditionalOnSingleCandidate(Carelet.class)
    @ConditionalOnMissingBean
    public Fragments careletFragments(
            Carelet carelet,
            ObjectProvider<ServletContext> application,
            ObjectProvider<ServletRegistrationBean<CareletServlet>> registrations,
            Environment environment) {
        ServletContext started = application.getIfAvailable();
        String context =
                started == null ? environment.getProperty("server.servlet.context-path", "") : started.getContextPath();
        String base = context.equals("/") ? "" : context;
        List<Mounted> mounted = registrations.stream().flatMap(Mounted::in).toList();
        return mounted.size() == 1
                ? Fragments.of(mounted.get(0).servlet(), base + mounted.get(0).path())
                : Fragments.of(carelet, base + path(environment));
    }

    /** A servlet of ours below a path. */
    private record Mounted(CareletServlet servlet, String path) {

        static Stream<Mounted> in(ServletRegistrationBean<CareletServlet> registration) {
            return registration.getUrlMappings().stream()
                    .filter(mapping -> mapping.endsWith("/*"))
                    .sorted()
                    .limit(1)
                    .map(mapping -> new Mounted(registration.getServlet(), mapping.substring(0, mapping.length() - 2)));
        }
    }

    private static String path(Environment environment) {
        String path = environment.getProperty(PREFIX + "." + PATH, DEFAULT_PATH);
        if (path.equals("/")) {
            return "";
        }
        if (!path.matches("(/[A-Za-z0-9._~-]+)*")) {
            throw new IllegalArgumentException(
                    PREFIX + "." + PATH + ": '" + path + "' is no path: expected like " + DEFAULT_PATH);
        }
        return path;
    }

    /** Where Micrometer is there. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    static final class Counted {

        /** First, so that what the host says of measures itself comes after it. */
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        CareletCustomizer careletMeasures(ObjectProvider<MeterRegistry> registries) {
            return builder -> registries.ifUnique(registry -> builder.measures(MicrometerMeasures.of(registry)));
        }
    }
}
