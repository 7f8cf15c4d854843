package io.github.carelet.search;

/** Where a word was found, the most telling first. */
public enum SearchField {
    /** The name or headline. */
    NAME("name", 12),
    /** Another name. */
    ALSO_CALLED("alsoCalled", 10),
    /** What patients say instead of the name; these words are never shown. */
    PATIENT_WORDS("patientWords", 9),
    /** Street, city or postal code. */
    ADDRESS("address", 9),
    /** What somebody does. */
    ROLE("role", 5),
    /** What it is in a sentence. */
    SUMMARY("summary", 4),
    /** The name of something that it treats, is about or works at. */
    RELATED("related", 3),
    /** The heading of a section. */
    HEADING("heading", 3),
    /** The text of a section. */
    BODY("body", 1);

    private final String code;
    private final int weight;

    SearchField(String code, int weight) {
        this.code = code;
        this.weight = weight;
    }

    /** Returns its name in JSON, such as {@code alsoCalled}. */
    public String code() {
        return code;
    }

    /** Returns how much a word in it counts. */
    int weight() {
        return weight;
    }

    /** Returns whether it says what an item is, rather than what is said about it. */
    boolean names() {
        return weight >= ADDRESS.weight;
    }
}
