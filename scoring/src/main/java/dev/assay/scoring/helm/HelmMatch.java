package dev.assay.scoring.helm;

import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.sentence.WordTokenizer;
import dev.assay.scoring.speech.ErrorRates;
import dev.assay.scoring.speech.Transform;
import dev.assay.scoring.text.AnswerNormalization;
import dev.assay.scoring.text.PythonNumber;
import dev.assay.scoring.text.PythonText;
import dev.assay.scoring.translation.NltkBleu;
import dev.assay.scoring.translation.NltkSmoothing;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * HELM's comparisons of a prediction with one reference.
 *
 * <p>Source: Liang et al. 2022; stanford-crfm/helm, {@code evaluate_reference_metrics.py}. Values lie between 0 and 1,
 * higher is better, but for the absolute difference. An empty prediction is wrong in all matches of text, also against an
 * empty reference. Thread-safe.
 */
public enum HelmMatch {
    /** The same text but for white space at the ends. */
    EXACT_MATCH {
        @Override
        public double of(String prediction, String reference) {
            return exact(prediction, reference);
        }
    },
    /** The same words after SQuAD's normalisation. */
    QUASI_EXACT_MATCH {
        @Override
        public double of(String prediction, String reference) {
            boolean same = AnswerNormalization.normalize(prediction).equals(AnswerNormalization.normalize(reference));
            return value(!prediction.isEmpty() && same);
        }
    },
    /** As quasi exact match, but articles count. */
    QUASI_LEAVE_ARTICLES_EXACT_MATCH {
        @Override
        public double of(String prediction, String reference) {
            boolean same = AnswerNormalization.normalizeKeepingArticles(prediction)
                    .equals(AnswerNormalization.normalizeKeepingArticles(reference));
            return value(!prediction.isEmpty() && same);
        }
    },
    /** The prediction begins with the reference. */
    PREFIX_EXACT_MATCH {
        @Override
        public double of(String prediction, String reference) {
            return value(!prediction.isEmpty() && PythonText.strip(prediction).startsWith(PythonText.strip(reference)));
        }
    },
    /** The normalised prediction begins with the normalised reference. */
    QUASI_PREFIX_EXACT_MATCH {
        @Override
        public double of(String prediction, String reference) {
            return value(!prediction.isEmpty()
                    && AnswerNormalization.normalize(prediction).startsWith(AnswerNormalization.normalize(reference)));
        }
    },
    /** F1 of the sets of normalised words; 0 if a side has none. Other than SQuAD's, repeated words count once. */
    F1 {
        @Override
        public double of(String prediction, String reference) {
            Set<String> predicted = new HashSet<>(AnswerNormalization.words(prediction));
            Set<String> expected = new HashSet<>(AnswerNormalization.words(reference));
            Set<String> shared = new HashSet<>(predicted);
            shared.retainAll(expected);
            return shared.isEmpty() ? 0 : 2.0 * shared.size() / (predicted.size() + expected.size());
        }
    },
    /** The same text after the last space. */
    EXACT_MATCH_INDICATOR {
        @Override
        public double of(String prediction, String reference) {
            return exact(afterLast(prediction, " "), afterLast(reference, " "));
        }
    },
    /** The same last number, commas removed; 0 if there is none. */
    FINAL_NUMBER_EXACT_MATCH {
        @Override
        public double of(String prediction, String reference) {
            return exact(finalNumber(prediction), finalNumber(reference));
        }
    },
    /** The same set of what stands between " is " and the end of the first line, separated by " and ". */
    EXACT_SET_MATCH {
        @Override
        public double of(String prediction, String reference) {
            return value(predictedSet(prediction).equals(set(reference)));
        }
    },
    /** As exact set match, but the size of the intersection over that of the union. */
    IOU_SET_MATCH {
        @Override
        public double of(String prediction, String reference) {
            Set<String> union = new HashSet<>(set(reference));
            union.addAll(predictedSet(prediction));
            return set(reference).isEmpty()
                    ? value(union.isEmpty())
                    : (double) shared(prediction, reference) / union.size();
        }
    },
    /** As exact set match, but F1 of the sets. */
    F1_SET_MATCH {
        @Override
        public double of(String prediction, String reference) {
            int sizes = set(reference).size() + predictedSet(prediction).size();
            return set(reference).isEmpty() ? value(sizes == 0) : 2.0 * shared(prediction, reference) / sizes;
        }
    },
    /** The prediction's last run of digits and operators is the reference. */
    CLEVA_MATH_RESULT_MATCH {
        @Override
        public double of(String prediction, String reference) {
            String result = SafePattern.compile("[-+*/%\\.\\(\\)\\d]+")
                    .last(prediction)
                    .map(Match::text)
                    .map(HelmMatch::withoutClosing)
                    .orElse(prediction);
            return exact(PythonText.strip(result), reference);
        }
    },
    /** The distance of two whole numbers, what is none counting as 0; unit of the numbers, lower is better. */
    ABSOLUTE_VALUE_DIFFERENCE {
        @Override
        public double of(String prediction, String reference) {
            return whole(reference).subtract(whole(prediction)).abs().doubleValue();
        }
    },
    /** NLTK's BLEU of words alone, without smoothing. */
    BLEU_1 {
        @Override
        public double of(String prediction, String reference) {
            return bleu(prediction, reference, 1, 0, 0, 0);
        }
    },
    /** NLTK's BLEU of runs of four words alone, without smoothing: about 2e-308 if none matches, but words do. */
    BLEU_4 {
        @Override
        public double of(String prediction, String reference) {
            return bleu(prediction, reference, 0, 0, 0, 1);
        }
    },
    /** Word error rate of the normalised texts with articles; lower is better, 0 for an empty prediction. */
    WER {
        @Override
        public double of(String prediction, String reference) {
            return prediction.isEmpty()
                    ? 0
                    : ErrorRates.ofWords(normalized(reference), normalized(prediction), Transform.DEFAULT)
                            .errorRate();
        }
    },
    /** Character error rate of the normalised texts with articles; lower is better, 0 for an empty prediction. */
    CER {
        @Override
        public double of(String prediction, String reference) {
            return prediction.isEmpty()
                    ? 0
                    : ErrorRates.ofCharacters(normalized(reference), normalized(prediction))
                            .errorRate();
        }
    };

    /**
     * Compares.
     *
     * @throws dev.assay.scoring.pattern.PatternLimitException if a text is very long
     */
    public abstract double of(String prediction, String reference);

    private static double exact(String prediction, String reference) {
        return value(!prediction.isEmpty() && PythonText.strip(prediction).equals(PythonText.strip(reference)));
    }

    private static double value(boolean right) {
        return right ? 1 : 0;
    }

    private static String afterLast(String text, String separator) {
        return PythonText.strip(PythonText.split(text, separator).getLast());
    }

    private static String finalNumber(String text) {
        return SafePattern.compile("-?[\\d,]+(?:.\\d+)?")
                .last(text)
                .map(match -> match.text().replace(",", ""))
                .orElse("");
    }

    private static Set<String> set(String text) {
        if (text.equals("Nothing.")) {
            return Set.of();
        }
        String list = PythonText.split(text.replace(".", ""), " is ").getLast();
        return new HashSet<>(PythonText.split(list, " and "));
    }

    private static Set<String> predictedSet(String prediction) {
        return set(PythonText.split(prediction, "\n").getFirst());
    }

    private static int shared(String prediction, String reference) {
        Set<String> shared = new HashSet<>(set(reference));
        shared.retainAll(predictedSet(prediction));
        return shared.size();
    }

    private static double bleu(String prediction, String reference, double... weights) {
        WordTokenizer tokenizer = WordTokenizer.english();
        NltkBleu.Segment segment =
                new NltkBleu.Segment(tokenizer.words(prediction), List.of(tokenizer.words(reference)));
        return NltkBleu.sentence(segment, weights, NltkSmoothing.METHOD0);
    }

    private static List<String> normalized(String text) {
        return List.of(AnswerNormalization.normalizeKeepingArticles(text));
    }

    private static String withoutClosing(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == ')') {
            start++;
        }
        return text.substring(start);
    }

    private static BigInteger whole(String text) {
        return PythonNumber.parseInt(text.replace(",", "")).orElse(BigInteger.ZERO);
    }

    /** The name that HELM gives it. */
    public String label() {
        String label = PythonText.lower(name());
        return this == F1 || this == WER || this == CER ? label + "_score" : label;
    }
}
