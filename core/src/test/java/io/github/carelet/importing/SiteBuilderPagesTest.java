package io.github.carelet.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pages in the styles of several site builders, and what only some of them do. */
class SiteBuilderPagesTest {

    private static final String TABLE_AND_SYMPTOMS = """
            <html lang=en><head><title>Sciatica Treatment | Riverside Pain &amp; Rehab</title></head><body>
            <main><h1>Sciatica Treatment</h1>
            <p>Sciatica is pain that runs from your lower back down one leg and will not let you sleep.</p>
            <h2>Symptoms</h2><ul><li>Burning down the leg</li><li>Weakness in the foot</li></ul>
            <h2>How we treat it</h2><p>We offer physical therapy and acupuncture.</p>
            <table><tr><th>Treatment</th><th>Visits</th></tr><tr><td>Physical therapy</td><td>6 to 8</td></tr></table>
            </main><footer><p>Riverside Pain &amp; Rehab, 1200 SW Main St, Suite 300, Portland, OR 97205</p>
            <p>Phone: 503-555-0110 | Fax: 503-555-0119</p></footer></body></html>
            """;

    @Test
    void aFaxBesideAPhoneInOneLineIsNotTakenForThePhone() {
        ImportResult result = Drafts.html(TABLE_AND_SYMPTOMS);

        assertThat(Drafts.json(result).at("/clinic/phone").asText()).isEqualTo("+15035550110");
        assertThat(Drafts.json(result).findValuesAsText("fax")).containsOnly("+15035550119");
        Drafts.check(result);
    }

    @Test
    void aHeadlineNamesItsConditionWhileSymptomsAndRowsOfATableNameNone() {
        ImportResult result = Drafts.html(TABLE_AND_SYMPTOMS);

        assertThat(Drafts.json(result).path("conditions").findValuesAsText("name"))
                .containsExactly("Sciatica");
        assertThat(Drafts.json(result).path("treatments").findValuesAsText("name"))
                .containsExactlyInAnyOrder("Physical therapy", "Acupuncture");
        assertThat(Drafts.articles(result)).contains("Burning down the leg", "6 to 8");
    }

    @Test
    void shortRisksAndAnswersAtTheEndAreKept() {
        ImportResult result = Drafts.html("""
                <html lang=en><body><div role=main><h1>Spinal cord stimulation</h1>
                <p>A small device sends mild pulses to the spine, so that fewer pain signals reach the brain.</p>
                <h2>Does it hurt?</h2><p>A little</p><h2>Risks</h2><p>Infection<br>Lead movement</p></div>
                <div><h3>Newsletter</h3><p>Stay in touch</p></div></body></html>
                """);

        assertThat(Drafts.articles(result))
                .contains("Does it hurt?", "A little", "Infection", "Lead movement")
                .doesNotContain("Stay in touch");
        assertThat(Drafts.json(result).findValuesAsText("aspect")).contains("risks");
    }

    @Test
    void aNameAtTheTopAndAgainOverTheAddressIsTheClinics() {
        ImportResult result = Drafts.text("""
                HARBOR PHYSICAL MEDICINE
                ========================

                Knee Osteoarthritis
                -------------------

                Osteoarthritis of the knee wears down cartilage, so that bone comes close to bone.

                Harbor Physical Medicine
                100 Front Street, Unit 4B
                Boston, MA 02110
                Phone 617-555-0191
                """);

        assertThat(Drafts.json(result).at("/clinic/name").asText()).isEqualTo("Harbor Physical Medicine");
        assertThat(Drafts.json(result).at("/articles/0/headline").asText()).isEqualTo("Knee Osteoarthritis");
    }

    @Test
    void aTitleThatReadsLikeAnOrganisationIsTheClinicsName() {
        ImportResult result = Drafts.html("""
                <title>Dr. Pena Family Chiropractic</title><center><font size=6>Dr. Pena Family Chiropractic</font>
                <p>Low back pain is very common, and most of it goes away within a few weeks.</p>
                <p>Call us: (210) 555-0161</p>
                """);

        assertThat(Drafts.json(result).at("/clinic/name").asText()).isEqualTo("Dr. Pena Family Chiropractic");
    }

    @Test
    void bulletsThatAPageOnlyDrawsAreLists() {
        ImportResult result = Drafts.html("""
                <html lang=en><body><main><h1>Joint care</h1>
                <p>We look at how you move before we look at any picture, and then we plan with you.</p>
                <h2>Benefits</h2><p>• <b>Strength:</b> muscles that carry more.<br>• <b>Sleep:</b> nights with less waking.</p>
                <h2>Conditions we treat</h2><div>● Sciatica</div><div>● Frozen shoulder</div><div>● Gout</div>
                <p>A list · of one line is none, however many words it has in it.</p></main></body></html>
                """);

        assertThat(Drafts.json(result).path("conditions").findValuesAsText("name"))
                .containsExactly("Sciatica", "Frozen shoulder", "Gout");
        assertThat(Drafts.json(result).findValuesAsText("body"))
                .containsExactly(
                        "<ul><li><strong>Strength</strong>: muscles that carry more.</li>"
                                + "<li><strong>Sleep</strong>: nights with less waking.</li></ul>",
                        "<ul><li>Sciatica</li><li>Frozen shoulder</li><li>Gout</li></ul>"
                                + "<p>A list · of one line is none, however many words it has in it.</p>");
        Drafts.check(result);
    }
}
