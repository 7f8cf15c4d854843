package io.github.carelet.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The terminologies that health records send codes of, under every name that they go by. */
enum CodeSystem {
    ICD_10_CM("ICD-10-CM", "2.16.840.1.113883.6.90", "http://hl7.org/fhir/sid/icd-10-cm", "ICD10"),
    ICD_9_CM("ICD-9-CM", "2.16.840.1.113883.6.103", "http://hl7.org/fhir/sid/icd-9-cm", "ICD9"),
    SNOMED_CT("SNOMED CT", "2.16.840.1.113883.6.96", "http://snomed.info/sct", "SNOMED"),
    RXNORM("RxNorm", "2.16.840.1.113883.6.88", "http://www.nlm.nih.gov/research/umls/rxnorm", "RXNORM"),
    LOINC("LOINC", "2.16.840.1.113883.6.1", "http://loinc.org", "LOINC");

    private static final String OID_PREFIX = "urn:oid:";

    private final String title;
    private final String oid;
    private final String uri;
    private final String shortName;

    CodeSystem(String title, String oid, String uri, String shortName) {
        this.title = title;
        this.oid = oid;
        this.uri = uri;
        this.shortName = shortName;
    }

    /** Returns the system that goes by a name, an OID with or without {@code urn:oid:}, or a FHIR URI. */
    static Optional<CodeSystem> find(String text) {
        String bare = text.strip();
        String oid = bare.startsWith(OID_PREFIX) ? bare.substring(OID_PREFIX.length()) : bare;
        String folded = folded(bare);
        return Arrays.stream(values())
                .filter(each -> each.oid.equals(oid)
                        || each.uri.equals(bare)
                        || folded(each.title).equals(folded)
                        || each.shortName.equals(folded))
                .findFirst();
    }

    /** Returns what is left of a name without case and punctuation. */
    static String folded(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(CodeSystem::title).toList();
    }

    String title() {
        return title;
    }
}
