package io.github.carelet.servlet.spring;

import io.github.carelet.Carelet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * With Actuator, {@code health} has a part {@code carelet}: what is served, and whether bookings can be taken; nothing of a
 * patient. {@code management.health.carelet.enabled=false} leaves it out, as does
 * {@code management.health.defaults.enabled=false}. Apart from {@link CareletAutoConfiguration}, since it
 * has to come after it.
 */
@AutoConfiguration(after = CareletAutoConfiguration.class)
@ConditionalOnExpression(CareletHealthAutoConfiguration.ENABLED)
public final class CareletHealthAutoConfiguration {

    static final String ENABLED = "${management.health.carelet.enabled:${management.health.defaults.enabled:true}}";
    private static final String BEAN = "careletHealthIndicator";

    /** Made by Spring. */
    public CareletHealthAutoConfiguration() {
        // There is nothing to keep.
    }

    /** Where Spring Boot 3's Actuator is there. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.actuate.health.HealthIndicator.class)
    static final class Boot3Health {

        @Bean
        @ConditionalOnSingleCandidate(Carelet.class)
        @ConditionalOnMissingBean(name = BEAN)
        org.springframework.boot.actuate.health.HealthIndicator careletHealthIndicator(Carelet carelet) {
            return () -> {
                HealthDetails details = HealthDetails.of(carelet.health());
                return new org.springframework.boot.actuate.health.Health.Builder()
                        .status(details.status())
                        .withDetails(details.values())
                        .build();
            };
        }
    }

    /** Where Spring Boot 4's Actuator is there: the same by its other names. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.health.contributor.HealthIndicator.class)
    static final class Boot4Health {

        @Bean
        @ConditionalOnSingleCandidate(Carelet.class)
        @ConditionalOnMissingBean(name = BEAN)
        org.springframework.boot.health.contributor.HealthIndicator careletHealthIndicator(Carelet carelet) {
            return () -> {
                HealthDetails details = HealthDetails.of(carelet.health());
                return new org.springframework.boot.health.contributor.Health.Builder()
                        .status(details.status())
                        .withDetails(details.values())
                        .build();
            };
        }
    }
}
