package dev.assay.scoring.summary;

import dev.assay.scoring.text.PythonText;
import java.util.List;

/**
 * METEOR: agreement of words, stems and synonyms, with a penalty for words in another order.
 *
 * <p>With m aligned words, P = m / hypothesis' words, R = m / reference's words: F = P R / (alpha P + (1 - alpha) R);
 * penalty = gamma (chunks / m) ^ beta; score = F (1 - penalty). Between 0 and 1, more is better; the best reference counts.
 *
 * <p>Source: Lavie and Agarwal, "Meteor: an automatic metric for MT evaluation with high levels of correlation with human
 * judgments" (2007); NLTK {@code meteor_score}. Words are compared in lower case. Edges: 0 if nothing is aligned, as with
 * an empty side. A text that equals its reference scores less than 1, by the penalty for its one chunk.
 *
 * <p>NLTK asks WordNet for synonyms; here they are given, and the module {@code wordnet} has those of NLTK. Immutable and thread-safe.
 */
public final class Meteor {

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final Synonyms synonyms;
    private final PorterStemmer stemmer = new PorterStemmer();

    /** With the parameters of NLTK: 0.9, 3 and 0.5. */
    public Meteor(Synonyms synonyms) {
        this(0.9, 3, 0.5, synonyms);
    }

    /**
     * @param alpha the weight of precision in F, from 0 to 1
     * @param beta how fast the penalty falls with longer chunks
     * @param gamma the greatest penalty, from 0 to 1
     */
    public Meteor(double alpha, double beta, double gamma, Synonyms synonyms) {
        if (!(alpha >= 0 && alpha <= 1) || !(gamma >= 0 && gamma <= 1) || !(beta >= 0)) {
            throw new IllegalArgumentException(
                    "METEOR needs alpha and gamma from 0 to 1 and beta of at least 0, not %s, %s, %s"
                            .formatted(alpha, gamma, beta));
        }
        this.alpha = alpha;
        this.beta = beta;
        this.gamma = gamma;
        this.synonyms = synonyms;
    }

    /** The score against the best of the references' word lists; 0 if there is none. */
    public double best(List<List<String>> references, List<String> hypothesis) {
        return references.stream()
                .mapToDouble(reference -> score(reference, hypothesis))
                .max()
                .orElse(0);
    }

    /** The score against one reference, both as lists of words. */
    public double score(List<String> reference, List<String> hypothesis) {
        Alignment alignment = Alignment.of(lower(hypothesis), lower(reference), stemmer, synonyms);
        int matches = alignment.pairs().size();
        if (matches == 0) {
            return 0;
        }
        double precision = (double) matches / hypothesis.size();
        double recall = (double) matches / reference.size();
        double mean = precision * recall / (alpha * precision + (1 - alpha) * recall);
        double penalty = gamma * Math.pow((double) alignment.chunks() / matches, beta);
        return (1 - penalty) * mean;
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(PythonText::lower).toList();
    }
}
