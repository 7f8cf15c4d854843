package io.github.carelet.importing;

/**
 * What the importer knows beforehand.
 *
 * @param words words that tell what a text is about
 * @param gazetteer conditions and treatments
 * @param states the states of the United States
 * @param addresses the grammar of postal addresses
 */
record Knowledge(WordList words, Gazetteer gazetteer, States states, PostalAddresses addresses) {

    static Knowledge standard() {
        States states = new States();
        return new Knowledge(new WordList(), new Gazetteer(), states, new PostalAddresses(states));
    }
}
