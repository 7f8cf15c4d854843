package io.github.carelet.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Carries messages of one kind by a rule, and remembers them. */
final class ScriptedTransport implements Transport {

    private final String kind;
    private final Function<Message, Delivery> rule;
    private final List<Message> carried = new CopyOnWriteArrayList<>();
    private final AtomicInteger closes = new AtomicInteger();

    ScriptedTransport(String kind, Function<Message, Delivery> rule) {
        this.kind = kind;
        this.rule = rule;
    }

    static ScriptedTransport delivering(String kind) {
        return new ScriptedTransport(kind, message -> new Delivery.Delivered("ok"));
    }

    List<String> carried() {
        return carried.stream().map(Message::id).toList();
    }

    int closes() {
        return closes.get();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Delivery deliver(Message message) {
        carried.add(message);
        return rule.apply(message);
    }

    @Override
    public void close() {
        closes.incrementAndGet();
    }
}
