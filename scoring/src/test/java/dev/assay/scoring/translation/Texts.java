package dev.assay.scoring.translation;

import java.util.Arrays;
import java.util.List;

/** Three segments, of which one has a single reference. */
final class Texts {

    private Texts() {}

    static Corpus corpus() {
        return Corpus.ofStreams(
                List.of("The cat sat on a mat.", "It cost $1,234.56 in 2023.", "Nothing here matches"),
                List.of(
                        List.of(
                                "The cat sat on the mat.",
                                "It cost 1234.56 dollars in 2023.",
                                "completely other words"),
                        Arrays.asList("A cat was sitting on the mat.", null, "no word in common")));
    }
}
