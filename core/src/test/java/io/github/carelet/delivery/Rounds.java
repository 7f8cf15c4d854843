package io.github.carelet.delivery;

import java.time.InstantSource;
import java.util.List;

/** Delivers what is due, round by round, on the caller's thread and by the caller's clock. */
public final class Rounds {

    private final DeliveryRound round;

    public Rounds(Outbox outbox, List<Transport> transports, InstantSource clock) {
        this.round = new DeliveryRound(outbox, transports, DispatchSettings.of(clock, "test"));
    }

    /** Returns a transport that takes every message of a kind, and does nothing with it. */
    public static Transport taking(String kind) {
        return ScriptedTransport.delivering(kind);
    }

    /** Delivers until nothing more is due, and returns how many attempts that took. */
    public int run() {
        int all = 0;
        for (int claimed = round.run(); claimed > 0; claimed = round.run()) {
            all += claimed;
        }
        return all;
    }
}
