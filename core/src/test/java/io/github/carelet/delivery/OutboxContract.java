package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.delivery.Attempt.Outcome;
import io.github.carelet.delivery.MessageStatus.State;
import io.github.carelet.delivery.Outbox.Backlog;
import io.github.carelet.delivery.Outbox.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} must do. */
public abstract class OutboxContract {

    private static final Instant T0 = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** Returns the outbox under test, empty at the start of each test. */
    protected abstract Outbox outbox();

    /** Writes messages in one transaction, as a booking would. */
    protected abstract void write(List<Message> messages);

    @Test
    void aMessageIsClaimedWhenItIsDueAndNotBefore() {
        Message message = message("a", "s1", T0.plusSeconds(10));
        write(List.of(message));
        assertThat(claim(T0.plusSeconds(9))).isEmpty();
        assertThat(claim(T0.plusSeconds(10))).containsExactly(new Claim(message, 1));
    }

    @Test
    void theOldestAreClaimedFirstAndNoMoreThanAskedFor() {
        write(List.of(message("c", "s3", T0.plusSeconds(3)), message("a", "s1", T0.plusSeconds(1))));
        write(List.of(message("b", "s2", T0.plusSeconds(2))));
        assertThat(ids(outbox().claim(T0.plusSeconds(9), LEASE, 2))).containsExactly("a", "b");
        assertThat(ids(outbox().claim(T0.plusSeconds(9), LEASE, 2))).containsExactly("c");
    }

    @Test
    void aClaimedMessageIsNobodyElsesUntilTheLeaseRunsOut() {
        write(List.of(message("a", "s1", T0)));
        assertThat(claim(T0)).hasSize(1);
        assertThat(claim(T0.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(claim(T0.plus(LEASE))).extracting(Claim::attempt).containsExactly(2);
    }

    @Test
    void anOlderClaimCanFinishNothing() {
        write(List.of(message("a", "s1", T0)));
        Claim first = claim(T0).get(0);
        Claim second = claim(T0.plus(LEASE)).get(0);

        assertThat(outbox().finish(first, delivered(T0.plus(LEASE)))).isFalse();
        assertThat(outbox().attempts("a")).isEmpty();
        assertThat(outbox().finish(second, delivered(T0.plus(LEASE)))).isTrue();
        assertThat(outbox().finish(second, delivered(T0.plus(LEASE)))).isFalse();
        assertThat(outbox().attempts("a")).hasSize(1);
    }

    @Test
    void aDeliveredMessageIsNeverClaimedAgain() {
        write(List.of(message("a", "s1", T0)));
        outbox().finish(claim(T0).get(0), delivered(T0));
        assertThat(claim(T0.plus(Duration.ofDays(999)))).isEmpty();
        assertThat(outbox().backlog(T0.plusSeconds(99))).isEqualTo(new Backlog(0, 0, Optional.empty()));
    }

    @Test
    void aRetryIsDueWhenTheAttemptSaidUnderTheSameId() {
        Message message = message("a", "s1", T0);
        write(List.of(message));
        Instant next = T0.plusSeconds(77);
        assertThat(outbox().finish(claim(T0).get(0), retry(T0.plusSeconds(1), next)))
                .isTrue();
        assertThat(claim(next.minusMillis(1))).isEmpty();
        assertThat(claim(next)).containsExactly(new Claim(message, 2));
    }

    @Test
    void aDeadMessageIsCountedAndNotClaimed() {
        write(List.of(message("a", "s1", T0)));
        outbox().finish(claim(T0).get(0), new Attempt(T0, "n", Outcome.DEAD, "HTTP 410", Optional.empty()));
        assertThat(claim(T0.plus(Duration.ofDays(999)))).isEmpty();
        assertThat(outbox().backlog(T0.plusSeconds(99))).isEqualTo(new Backlog(0, 1, Optional.empty()));
    }

    @Test
    void allAttemptsAreKeptInOrder() {
        write(List.of(message("a", "s1", T0)));
        Attempt first = retry(T0.plusSeconds(1), T0.plusSeconds(5));
        Attempt second = delivered(T0.plusSeconds(6));
        outbox().finish(claim(T0).get(0), first);
        outbox().finish(claim(T0.plusSeconds(5)).get(0), second);
        assertThat(outbox().attempts("a")).containsExactly(first, second);
        assertThat(outbox().attempts("unknown")).isEmpty();
    }

    @Test
    void messagesAboutOneSubjectToOneDestinationGoInTheOrderWritten() {
        write(List.of(message("1", "s1", T0), message("2", "s1", T0), message("other", "s2", T0)));

        List<Claim> first = claim(T0);
        assertThat(ids(first)).containsExactly("1", "other");
        outbox().finish(first.get(1), delivered(T0));
        assertThat(claim(T0)).isEmpty();
        Claim again = claim(T0.plus(LEASE)).get(0);
        assertThat(again.message().id()).isEqualTo("1");
        outbox().finish(again, retry(T0.plus(LEASE), T0.plusSeconds(500)));
        assertThat(ids(claim(T0.plusSeconds(400)))).isEmpty();
        outbox().finish(claim(T0.plusSeconds(500)).get(0), delivered(T0.plusSeconds(500)));
        assertThat(ids(claim(T0.plusSeconds(500)))).containsExactly("2");
    }

    @Test
    void aDeadMessageHoldsUpNothing() {
        write(List.of(message("1", "s1", T0), message("2", "s1", T0)));
        outbox().finish(claim(T0).get(0), new Attempt(T0, "n", Outcome.DEAD, "HTTP 410", Optional.empty()));
        assertThat(ids(claim(T0))).containsExactly("2");
    }

    @Test
    void otherDestinationsDoNotWait() {
        Message there = new Message("there", "webhook", "elsewhere", "s1", "{}", T0);
        write(List.of(message("here", "s1", T0), there));
        assertThat(ids(claim(T0))).containsExactly("here", "there");
    }

    @Test
    void whatIsNotYetDueHoldsUpNothing() {
        write(List.of(message("reminder", "s1", T0.plus(Duration.ofDays(1))), message("cancelled", "s1", T0)));
        assertThat(ids(claim(T0))).containsExactly("cancelled");
    }

    @Test
    void theBacklogCountsWhatIsNotDeliveredAndSinceWhen() {
        write(List.of(message("a", "s1", T0), message("b", "s2", T0.plusSeconds(5))));
        outbox().finish(claim(T0).get(0), retry(T0, T0.plusSeconds(900)));
        claim(T0.plusSeconds(5));
        assertThat(outbox().backlog(T0.plusSeconds(99))).isEqualTo(new Backlog(2, 0, Optional.of(T0)));
    }

    @Test
    void whatIsMeantForLaterIsNotInTheBacklog() {
        write(List.of(message("a", "s1", T0), message("reminder", "s1", T0.plus(Duration.ofDays(9)))));
        assertThat(outbox().backlog(T0)).isEqualTo(new Backlog(1, 0, Optional.of(T0)));
        assertThat(outbox().backlog(T0.plus(Duration.ofDays(9))).due()).isEqualTo(2);
    }

    @Test
    void anIdThatIsThereAlreadyIsNotWrittenAgain() {
        write(List.of(message("a", "s1", T0)));
        write(List.of(message("a", "s1", T0.plusSeconds(5)), message("b", "s2", T0)));
        assertThat(ids(claim(T0.plusSeconds(9)))).containsExactly("a", "b");
    }

    @Test
    void aDestinationOfAnotherKindIsNotWaitedFor() {
        Message mail = new Message("mail", "mail", "clinic", "s1", "{}", T0);
        write(List.of(message("hook", "s1", T0), mail));
        assertThat(ids(claim(T0))).containsExactly("hook", "mail");
    }

    @Test
    void everyStateOfAMessageIsSeen() {
        write(List.of(message("due", "s1", T0.plusSeconds(1)), message("retrying", "s2", T0)));
        write(List.of(message("arrived", "s3", T0), message("dead", "s4", T0), message("skipped", "s5", T0)));
        write(List.of(message("sent", "s6", T0)));
        List<Claim> claims = claim(T0);
        finish(claims, "retrying", retry(T0, T0.plusSeconds(5)));
        finish(claims, "arrived", delivered(T0));
        finish(claims, "dead", new Attempt(T0, "n", Outcome.DEAD, "HTTP 500", Optional.empty()));
        finish(claims, "skipped", new Attempt(T0, "n", Outcome.SKIPPED, "cancelled", Optional.empty()));

        assertThat(states("s1", "s2", "s3", "s4", "s5", "s6"))
                .containsExactly(
                        State.DUE, State.RETRYING, State.DELIVERED, State.DEAD, State.SKIPPED, State.UNDER_WAY);
        MessageStatus retrying = outbox().about("s2").get(0);
        assertThat(retrying.next()).isEqualTo(T0.plusSeconds(5));
        assertThat(retrying.attempts()).containsExactly(retry(T0, T0.plusSeconds(5)));
        assertThat(outbox().troubled(9)).extracting(each -> each.message().id()).containsExactly("dead", "retrying");
        assertThat(outbox().troubled(1)).hasSize(1);
        assertThat(outbox().about("nothing")).isEmpty();
    }

    @Test
    void whatIsReplayedIsDueAgainUnderItsIdWhateverBecameOfIt() {
        write(List.of(message("dead", "s1", T0), message("arrived", "s2", T0), message("waits", "s3", T0)));
        List<Claim> claims = claim(T0);
        finish(claims, "dead", new Attempt(T0, "n", Outcome.DEAD, "HTTP 500", Optional.empty()));
        finish(claims, "arrived", delivered(T0));
        assertThat(outbox().replay("waits", "Kim", T0)).as("under way").isFalse();
        finish(claims, "waits", retry(T0, T0.plusSeconds(900)));

        Instant later = T0.plusSeconds(60);
        for (String id : List.of("dead", "arrived", "waits")) {
            assertThat(outbox().replay(id, "Kim", later)).as(id).isTrue();
        }
        assertThat(outbox().replay("unknown", "Kim", later)).isFalse();
        assertThat(claim(later.minusMillis(1))).isEmpty();
        List<Claim> again = claim(later);
        assertThat(ids(again)).containsExactly("dead", "arrived", "waits");
        finish(again, "dead", delivered(later));
        assertThat(outbox().attempts("dead"))
                .extracting(Attempt::outcome)
                .containsExactly(Outcome.DEAD, Outcome.REPLAYED, Outcome.DELIVERED);
        assertThat(outbox().attempts("dead").get(1).node()).isEqualTo("Kim");
    }

    @Test
    void aDestinationThatIsGoneIsLeftAloneUntilItIsEnabledAgain() {
        Message elsewhere = new Message("elsewhere", "webhook", "other", "s1", "{}", T0);
        write(List.of(message("1", "s1", T0), message("2", "s1", T0), elsewhere));
        List<Claim> claims = claim(T0);
        finish(claims, "1", new Attempt(T0, "n", Outcome.GONE, "HTTP 410", Optional.empty()));
        finish(claims, "elsewhere", delivered(T0));

        Instant later = T0.plus(Duration.ofDays(3));
        write(List.of(message("3", "s2", T0)));
        assertThat(outbox().disabled()).containsExactly(new DisabledDestination("webhook", "clinic", T0, "HTTP 410"));
        assertThat(claim(later)).isEmpty();
        assertThat(outbox().backlog(later)).isEqualTo(new Backlog(2, 1, Optional.of(T0)));

        assertThat(outbox().enable("webhook", "other", "Kim", later)).isFalse();
        assertThat(outbox().enable("webhook", "clinic", "Kim", later)).isTrue();
        assertThat(outbox().disabled()).isEmpty();
        List<Claim> again = claim(later);
        assertThat(ids(again)).containsExactlyInAnyOrder("1", "3");
        finish(again, "1", delivered(later));
        assertThat(ids(claim(later))).containsExactly("2");
    }

    private void finish(List<Claim> claims, String id, Attempt attempt) {
        Claim claim = claims.stream()
                .filter(each -> each.message().id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(outbox().finish(claim, attempt)).isTrue();
    }

    private List<State> states(String... subjects) {
        return Stream.of(subjects)
                .flatMap(each -> outbox().about(each).stream())
                .map(MessageStatus::state)
                .toList();
    }

    @Test
    void ofManyWhoClaimAtOnceEachGetsOthers() throws Exception {
        int count = 200;
        write(IntStream.range(0, count)
                .mapToObj(i -> message("m" + i, "s" + i, T0))
                .toList());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<List<Claim>> claiming = () -> outbox().claim(T0, LEASE, 25);
            List<String> all = new ArrayList<>();
            for (Future<List<Claim>> each : threads.invokeAll(java.util.Collections.nCopies(12, claiming))) {
                all.addAll(ids(each.get()));
            }
            assertThat(all).hasSize(count).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Claim> claim(Instant now) {
        return outbox().claim(now, LEASE, 100);
    }

    private static List<String> ids(List<Claim> claims) {
        return claims.stream().map(claim -> claim.message().id()).toList();
    }

    private static Message message(String id, String subject, Instant dueAt) {
        return new Message(id, "webhook", "clinic", subject, "{\"of\":\"" + id + "\"}", dueAt);
    }

    private static Attempt delivered(Instant at) {
        return new Attempt(at, "node-1", Outcome.DELIVERED, "HTTP 204", Optional.empty());
    }

    private static Attempt retry(Instant at, Instant next) {
        return new Attempt(at, "node-1", Outcome.RETRY, "HTTP 503", Optional.of(next));
    }
}
