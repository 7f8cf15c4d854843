package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.privacy.KeyRing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a link that leads nowhere costs, counted in questions to the store: the same, whatever is wrong with it. */
class UnknownLinkTest {

    private final List<String> asked = new ArrayList<>();
    private final BookingDesk desk = BookingDesk.of(
            SlotBookingTest::catalog,
            listened(new MemoryBookingStore()),
            KeyRing.ephemeral(),
            () -> Lives.NOW,
            Audience.ofWebhooks(List.of()));

    @Test
    void aLinkThatIsWrongAsksTheStoreWhatAGoodOneAsks() {
        Receipt receipt = ((BookingOutcome.Accepted) desk.book(
                        Forms.valid().with("type", "ask").submission(desk.issueToken(Optional.empty())), "en"))
                .receipt();
        String good = receipt.manageToken();
        String flipped = (good.charAt(0) == 'A' ? 'B' : 'A') + good.substring(1);
        assertThat(asking(good)).containsExactly("findByManageHash");
        for (String wrong : List.of(
                "", "x", "0".repeat(32), flipped, good + "A", "x".repeat(10_000), "\u0000", receipt.reference())) {
            assertThat(desk.find(wrong)).isEmpty();
            assertThat(asking(wrong)).as(wrong).containsExactly("findByManageHash");
        }
    }

    private List<String> asking(String link) {
        asked.clear();
        desk.find(link);
        return List.copyOf(asked);
    }

    private BookingStore listened(BookingStore store) {
        return (BookingStore) Proxy.newProxyInstance(
                BookingStore.class.getClassLoader(),
                new Class<?>[] {BookingStore.class},
                (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
