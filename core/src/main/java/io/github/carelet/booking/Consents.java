package io.github.carelet.booking;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a patient agreed to, each by itself.
 *
 * @param request that what they wrote is used to answer them; this can't be taken back, since it was done with that
 * @param sms text messages, if they ever agreed to these
 * @param marketing news and offers of the clinic, if they ever agreed to these
 */
public record Consents(Agreement request, Optional<Agreement> sms, Optional<Agreement> marketing) {

    /**
     * That a patient agreed to a text.
     *
     * @param version the version of the text, as the catalogue has it
     * @param sha256 what {@link ConsentWords#sha256} gives for the words that were shown; empty if none were, as on the phone
     * @param revokedAt when they took it back; empty if it holds
     */
    public record Agreement(String version, Optional<String> sha256, Optional<Instant> revokedAt) {

        /** Returns that somebody agreed to words that they were shown. */
        public static Agreement to(ConsentWords words) {
            return new Agreement(words.version(), Optional.of(words.sha256()), Optional.empty());
        }

        /** Returns that somebody agreed without having been shown anything. */
        public static Agreement unseen(String version) {
            return new Agreement(version, Optional.empty(), Optional.empty());
        }

        /** Returns whether it was not taken back. */
        public boolean holds() {
            return revokedAt.isEmpty();
        }

        private Agreement revoked(Instant at) {
            return new Agreement(version, sha256, Optional.of(revokedAt.orElse(at)));
        }
    }

    /** Returns whatever there is, taken back or not. */
    public Stream<Agreement> all() {
        return Stream.of(Stream.of(request), sms.stream(), marketing.stream()).flatMap(each -> each);
    }

    /** Returns what there is of a kind, taken back or not. */
    public Optional<Agreement> of(ConsentKind kind) {
        return switch (kind) {
            case SMS -> sms;
            case MARKETING -> marketing;
        };
    }

    /** Returns what there is of a kind, unless it was taken back. */
    public Optional<Agreement> holding(ConsentKind kind) {
        return of(kind).filter(Agreement::holds);
    }

    /** Returns the same without one. What was taken back before stays as it was. */
    Consents without(ConsentKind kind, Instant at) {
        return new Consents(
                request,
                kind == ConsentKind.SMS ? sms.map(each -> each.revoked(at)) : sms,
                kind == ConsentKind.MARKETING ? marketing.map(each -> each.revoked(at)) : marketing);
    }
}
