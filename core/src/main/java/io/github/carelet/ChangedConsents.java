package io.github.carelet;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogProblem;
import io.github.carelet.catalog.CatalogProblem.Check;
import io.github.carelet.catalog.CatalogProblem.Severity;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Consent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds words that patients agree to which say something else than before, under the version that they had. A form that was
 * opened before then names a version that fits, and nobody can tell from it which words its patient saw.
 */
final class ChangedConsents {

    private ChangedConsents() {}

    /**
     * Returns a warning for each of them.
     *
     * @param files what the later catalogue was read from
     */
    static List<CatalogProblem> between(Catalog before, Catalog after, List<CatalogFile> files) {
        return Stream.of(
                        changed("consent", each -> Optional.of(each.consent()), before, after, files),
                        changed("smsConsent", Clinic::smsConsent, before, after, files),
                        changed("marketingConsent", Clinic::marketingConsent, before, after, files))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<CatalogProblem> changed(
            String name,
            Function<Clinic, Optional<Consent>> consent,
            Catalog before,
            Catalog after,
            List<CatalogFile> files) {
        Optional<Consent> now = consent.apply(after.clinic());
        return consent.apply(before.clinic())
                .filter(old -> now.filter(each -> isOtherWords(old, each)).isPresent())
                .map(
                        old -> new CatalogProblem(
                                Severity.WARNING,
                                Check.CONSENT,
                                file(files),
                                "/clinic/" + name + "/version",
                                0,
                                old.version(),
                                "a new version, since the words under it have changed: give it one, so that forms that are open ask again"));
    }

    private static boolean isOtherWords(Consent before, Consent after) {
        return before.version().equals(after.version())
                && !before.text().values().equals(after.text().values());
    }

    private static String file(List<CatalogFile> files) {
        return files.stream()
                .filter(ChangedConsents::hasClinic)
                .findFirst()
                .map(CatalogFile::name)
                .orElse("");
    }

    private static boolean hasClinic(CatalogFile file) {
        try {
            return new JsonMapper().readTree(file.content()).has("clinic");
        } catch (IOException e) {
            return false;
        }
    }
}
