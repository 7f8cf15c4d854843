package io.github.carelet.partnersite;

import io.github.carelet.Partner;
import io.github.carelet.PickupCredential;
import io.github.carelet.delivery.FhirServer;
import io.github.carelet.delivery.SmtpServer;
import io.github.carelet.delivery.WebhookEndpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What somebody asked the program to do. */
sealed interface Command {

    /**
     * Serve the site.
     *
     * @param port where to listen; 0 picks a free one
     * @param data the folder that keeps keys and bookings
     * @param jdbc a PostgreSQL database to keep the bookings in instead
     * @param catalog a catalogue to show instead of the sample clinic
     * @param webhook where the clinic wants to hear of bookings
     * @param smtp the mail server that takes mails to the clinic and to patients
     * @param fhir the FHIR server that keeps an appointment of each booking
     * @param partners further sites that may frame the form
     * @param staff who may open the clinic's inbox; the first of them may do everything there
     * @param pickup which systems of the clinic may fetch and answer bookings
     * @param limited whether those who send too much are told to wait
     */
    record Serve(
            int port,
            Path data,
            Optional<String> jdbc,
            Optional<Path> catalog,
            Optional<WebhookEndpoint> webhook,
            Optional<SmtpServer> smtp,
            Optional<FhirServer> fhir,
            List<Partner> partners,
            List<StaffLogin> staff,
            List<PickupCredential> pickup,
            boolean limited)
            implements Command {

        /** Copies the lists. */
        public Serve {
            partners = List.copyOf(partners);
            staff = List.copyOf(staff);
            pickup = List.copyOf(pickup);
        }

        /** Serve the site, without mails and without a FHIR server. */
        Serve(
                int port,
                Path data,
                Optional<String> jdbc,
                Optional<Path> catalog,
                Optional<WebhookEndpoint> webhook,
                List<Partner> partners,
                List<StaffLogin> staff,
                boolean limited) {
            this(
                    port,
                    data,
                    jdbc,
                    catalog,
                    webhook,
                    Optional.empty(),
                    Optional.empty(),
                    partners,
                    staff,
                    List.of(),
                    limited);
        }

        /** Serve the site, with a login for its inbox that is drawn at the start. */
        Serve(
                int port,
                Path data,
                Optional<String> jdbc,
                Optional<Path> catalog,
                Optional<WebhookEndpoint> webhook,
                List<Partner> partners,
                boolean limited) {
            this(port, data, jdbc, catalog, webhook, partners, List.of(), limited);
        }
    }

    /** Verify the audit trail of a data folder. */
    record Audit(Path data) implements Command {}

    /**
     * Copy the bookings of a data folder, also while it is served.
     *
     * @param data the folder
     * @param out the file to write
     */
    record Backup(Path data, Path out) implements Command {}

    /**
     * Put a copy of bookings in the place of a data folder that has its keys already.
     *
     * @param backup the copy
     * @param data the folder
     */
    record Restore(Path backup, Path data) implements Command {}

    /** Encrypt the bookings of a data folder with the current key of its key file. */
    record Reencrypt(Path data) implements Command {}

    /** Read a catalogue and print its problems. */
    record Check(Path catalog) implements Command {}

    /**
     * Turn pages into a draft catalogue.
     *
     * @param sources files and addresses of pages
     * @param out the folder to write to
     */
    record Import(List<String> sources, Path out) implements Command {

        /** Copies the list. */
        public Import {
            sources = List.copyOf(sources);
        }
    }

    /** Explain the options. */
    record Help() implements Command {}

    /** Nothing, since the arguments make no sense; each problem is a line for people. */
    record Refused(List<String> problems) implements Command {

        /** Copies the list. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
