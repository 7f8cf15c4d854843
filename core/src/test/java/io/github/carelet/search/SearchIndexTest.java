package io.github.carelet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {

    private final SearchIndex index = SearchIndex.of(Searches.catalog(Searches.SMALL));

    @ParameterizedTest
    @CsvSource({
        "Sciatica, en, conditions/sciatica, name",
        "pinched nerve, en, conditions/sciatica, alsoCalled",
        "pain down my leg, en, conditions/sciatica, patientWords",
        "se me duerme la pierna, en, conditions/sciatica, patientWords",
        "ciatica, es, conditions/sciatica, name",
        "CIÁTICA, en, conditions/sciatica, name",
        "坐骨神经, en, conditions/sciatica, name",
        "坐, zh-Hans, conditions/sciatica, name",
        "sciatcia, en, conditions/sciatica, name",
        "physical therapies, en, treatments/therapy, name",
        "physi, en, treatments/therapy, name",
        "fisiotrapia, es, treatments/therapy, name",
        "injections, en, treatments/block, summary",
        "stretch, en, treatments/therapy, heading",
        "calf, en, treatments/therapy, body",
        "my back hurts, en, conditions/back, patientWords",
        "backpain, en, conditions/back, name",
        "arden, en, locations/north, address",
        "Ardén, es, locations/north, address",
        "90002, en, locations/south, address",
        "900, en, locations/north, address",
        "dana, en, practitioners/dana, name",
        "physician, en, practitioners/dana, role",
        "moving helps, en, articles/moving, name"
    })
    void findsFirst(String text, String language, String expected, String matched) {
        SearchResult result = index.search(Searches.query(text, language));
        assertThat(Searches.found(index, Searches.query(text, language)))
                .first()
                .isEqualTo(expected);
        assertThat(result.groups().get(0).hits().get(0).matched().code()).isEqualTo(matched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "my qqq hurts", "qqq", "x", "é", "\u202e", "\uFE0F", "my elephant hurts"})
    void findsNothingWhereNothingTells(String text) {
        SearchResult result = index.search(Searches.query(text, "en"));
        assertThat(result.groups()).isEmpty();
        assertThat(result.didYouMean()).isEmpty();
        assertThat(result.urgent()).isFalse();
    }

    @Test
    void neverFindsWhatIsWithdrawnNotEvenByATypingErrorOrASign() {
        assertThat(Searches.found(index, Searches.query("quixotism", "en"))).containsExactly("conditions/soon");
        for (String text : List.of("zygomorphia", "Zygomorphi", "zygomorpia", "zygo")) {
            assertThat(Searches.found(index, Searches.query(text, "en")))
                    .as(text)
                    .isEmpty();
            assertThat(index.search(Searches.query(text, "en")).didYouMean()).isEmpty();
        }
        assertThat(index.search(Searches.query("wheezing kittens", "en")).signs())
                .isEmpty();
        SearchQuery before = new SearchQuery("zygomorpia", "en", Optional.empty(), 5, LocalDate.of(2026, 11, 23));
        assertThat(Searches.found(index, before)).containsExactly("conditions/old");
        assertThat(index.search(before).didYouMean()).contains("zygomorphia");
    }

    @Test
    void putsTheLanguageOfThePageFirst() {
        SearchIndex both = SearchIndex.of(Searches.catalog("""
                "conditions": [{"id": "a", "name": {"en": "Gift", "es": "Regalo"}},
                               {"id": "b", "name": {"en": "Poison", "es": "Gift"}}]"""));
        assertThat(Searches.found(both, Searches.query("gift", "en"))).containsExactly("conditions/a", "conditions/b");
        assertThat(Searches.found(both, Searches.query("gift", "es"))).containsExactly("conditions/b", "conditions/a");
        assertThat(Searches.found(both, Searches.query("gift", "fr"))).containsExactly("conditions/a", "conditions/b");
    }

    @Test
    void findsOnlyWhatIsOfferedAtTheChosenLocation() {
        SearchQuery north = new SearchQuery("nerve", "en", Optional.of("north"), 5, Searches.TODAY);
        SearchQuery south = new SearchQuery("nerve", "en", Optional.of("south"), 5, Searches.TODAY);
        assertThat(Searches.found(index, north)).contains("conditions/sciatica").doesNotContain("treatments/block");
        assertThat(Searches.found(index, south)).contains("treatments/block").doesNotContain("conditions/sciatica");
        SearchQuery place = new SearchQuery("bosco", "en", Optional.of("north"), 5, Searches.TODAY);
        assertThat(Searches.found(index, place)).containsExactly("locations/south");
    }

    @Test
    void groupsByKindWithTheBestKindFirstAndCountsWhatIsBeyondTheLimit() {
        SearchResult result = index.search(new SearchQuery("elm", "en", Optional.empty(), 1, Searches.TODAY));
        assertThat(result.groups()).singleElement().satisfies(group -> {
            assertThat(group.count()).isEqualTo(2);
            assertThat(group.hits()).extracting(SearchHit::id).containsExactly("north");
        });
        assertThat(index.search(Searches.query("sciatica", "en")).groups())
                .extracting(SearchGroup::kind)
                .containsExactly(SearchKind.CONDITIONS, SearchKind.TREATMENTS);
    }

    @ParameterizedTest
    @CsvSource({
        "siatica, en, sciatica",
        "My Phisical terapy?, en, My physical therapy?",
        "siática, es, ciática",
        "sciatica, en, ",
        "physi, en, "
    })
    void mendsTypingErrorsAndLeavesTheRestAsItWasTyped(String text, String language, String mended) {
        assertThat(index.search(Searches.query(text, language)).didYouMean()).isEqualTo(Optional.ofNullable(mended));
    }

    @Test
    void printsNothingOfWhatWasTyped() {
        SearchQuery query = Searches.query("siatica", "en");
        SearchResult result = index.search(query);
        assertThat(result.didYouMean()).contains("sciatica");
        assertThat(query + " " + result).doesNotContain("siatica", "sciatica").contains("7 characters", "mended");
    }
}
