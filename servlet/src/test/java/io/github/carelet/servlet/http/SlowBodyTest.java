package io.github.carelet.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A body that comes drop by drop holds a thread of the container; so it has to come in time as a whole. */
class SlowBodyTest {

    private long now;

    @Test
    void aBodyThatComesInTimeIsRead() throws IOException {
        Duration pause = Exchange.MOST_TIME.dividedBy(21);

        assertThat(dripping(20, pause).body(100))
                .hasValueSatisfying(body -> assertThat(body).hasSize(20));
    }

    @Test
    void aBodyThatDripsLongerIsNot() {
        Duration pause = Exchange.MOST_TIME.dividedBy(21).plusMillis(1);

        assertThatThrownBy(() -> dripping(20, pause).body(100)).isInstanceOf(SlowBodyException.class);
    }

    @Test
    void noMoreIsReadThanIsSaidToCome() throws IOException {
        Exchange exchange = dripping(20, Duration.ZERO);
        when(exchange.request().getContentLengthLong()).thenReturn(7L);

        assertThat(exchange.body(100))
                .hasValueSatisfying(body -> assertThat(body).hasSize(7));
    }

    @Test
    void moreThanTheLimitIsTooLargeHoweverItComes() throws IOException {
        assertThat(dripping(20, Duration.ZERO).body(20)).isPresent();
        assertThat(dripping(21, Duration.ZERO).body(20)).isEmpty();
    }

    /** A body of so many bytes, each after a pause. */
    private Exchange dripping(int bytes, Duration pause) throws IOException {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getContentLengthLong()).thenReturn(-1L);
        when(request.getInputStream()).thenReturn(new Drops(bytes, pause));
        return new Exchange(request, Entrance.ofContainer(), () -> now);
    }

    private final class Drops extends ServletInputStream {

        private final Duration pause;
        private int left;

        Drops(int bytes, Duration pause) {
            this.left = bytes;
            this.pause = pause;
        }

        @Override
        public int read() {
            now += pause.toNanos();
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int next = read();
            if (next >= 0) {
                into[offset] = (byte) next;
            }
            return next < 0 ? -1 : 1;
        }

        @Override
        public boolean isFinished() {
            return left <= 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("nothing is read asynchronously");
        }
    }
}
