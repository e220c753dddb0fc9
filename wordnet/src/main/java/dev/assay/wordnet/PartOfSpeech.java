package dev.assay.wordnet;

import java.util.List;

/** The parts of speech that WordNet has, with the endings by which each is inflected. */
enum PartOfSpeech {
    NOUN(
            "noun",
            List.of(
                    new Ending("s", ""),
                    new Ending("ses", "s"),
                    new Ending("ves", "f"),
                    new Ending("xes", "x"),
                    new Ending("zes", "z"),
                    new Ending("ches", "ch"),
                    new Ending("shes", "sh"),
                    new Ending("men", "man"),
                    new Ending("ies", "y"))),
    VERB(
            "verb",
            List.of(
                    new Ending("s", ""),
                    new Ending("ies", "y"),
                    new Ending("es", "e"),
                    new Ending("es", ""),
                    new Ending("ed", "e"),
                    new Ending("ed", ""),
                    new Ending("ing", "e"),
                    new Ending("ing", ""))),
    /** Satellites of other adjectives are among them. */
    ADJECTIVE(
            "adj", List.of(new Ending("er", ""), new Ending("est", ""), new Ending("er", "e"), new Ending("est", "e"))),
    ADVERB("adv", List.of());

    /** An inflected ending and that of the base form. */
    record Ending(String inflected, String base) {}

    private final String fileName;
    private final List<Ending> endings;

    PartOfSpeech(String fileName, List<Ending> endings) {
        this.fileName = fileName;
        this.endings = endings;
    }

    /** What its files are called after. */
    String fileName() {
        return fileName;
    }

    /** Words with each ending that fits put back to that of a base form; most of them are no words. */
    List<String> detach(List<String> words) {
        return words.stream()
                .flatMap(word -> endings.stream()
                        .filter(ending -> word.endsWith(ending.inflected))
                        .map(ending -> word.substring(0, word.length() - ending.inflected.length()) + ending.base))
                .toList();
    }
}
