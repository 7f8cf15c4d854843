package io.github.carelet.house;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** Breaks every rule of {@link HouseRulesTest} once, on purpose. */
class Careless {

    static final Logger LOG = Logger.getLogger("careless");
    static int counter;
    static final AtomicInteger COUNTER = new AtomicInteger();
    static final HashMap<String, String> CACHE = new HashMap<>();

    Careless() {}

    static Object now() {
        Supplier<Instant> byReference = Instant::now;
        return LocalDate.now().toString() + byReference.get() + InstantSource.system();
    }

    static byte[] defaults(String text) {
        byte[] bytes = text.toLowerCase().getBytes(StandardCharsets.UTF_8);
        LOG.info(Locale.getDefault().toString());
        System.out.println(new Date());
        return bytes;
    }

    /** A name that says nothing. */
    static final class ThingManager {}
}
