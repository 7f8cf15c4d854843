package io.github.carelet.servlet.spring;

import io.github.carelet.CareletBuilder;

/**
 * Says what properties can't, before the Carelet of {@link CareletAutoConfiguration} is opened: a data source, a listener, keys
 * from a vault. All beans of this type are asked, in their order.
 *
 * <pre>{@code
 * @Bean
 * CareletCustomizer database(DataSource bookings) {
 *     return builder -> builder.storage(bookings);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface CareletCustomizer {

    /** Tells the builder more. */
    void customize(CareletBuilder builder);
}
