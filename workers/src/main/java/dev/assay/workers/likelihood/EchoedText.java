package dev.assay.workers.likelihood;

import dev.assay.contracts.run.LikelihoodText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model said of one text. As in lm-evaluation-harness, tokens that begin before the place from which the text is
 * judged belong to what stands before; one that reaches over that place is told of.
 *
 * @param before log-probabilities of the tokens before that place, as far as they have one
 * @param own log-probabilities of the judged tokens
 * @param greedy whether each judged token is the most likely one; null if that is not told
 * @param skipped code points of the judged part that have no probability, since nothing stands before them
 * @param split whether a token reaches over the place
 */
record EchoedText(
        List<Double> before, List<Double> own, @Nullable Boolean greedy, int skipped, boolean split) {

    /** Rounding may bring the logarithm of a probability of 1 a little above 0. */
    private static final double ROUNDING = 1e-6;

    EchoedText {
        before = List.copyOf(before);
        own = List.copyOf(own);
    }

    /** The log-likelihood of the judged part. */
    double sum() {
        return own.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** @throws NotJudged if this is no honest echo of the text */
    static EchoedText read(LikelihoodText asked, EchoedChoice choice) throws NotJudged {
        if (choice.text() == null || !choice.text().startsWith(asked.text())) {
            throw new NotJudged("it does not echo the prompt");
        }
        EchoedChoice.Logprobs told = choice.logprobs();
        if (told == null || told.tokens() == null || told.logprobs() == null) {
            throw new NotJudged("it gives no log-probabilities of the prompt's tokens");
        }
        if (told.tokens().isEmpty() || told.tokens().size() != told.logprobs().size()) {
            throw new NotJudged("it tells " + told.tokens().size() + " tokens but "
                    + told.logprobs().size() + " log-probabilities");
        }
        if (told.tokens().stream().anyMatch(Objects::isNull)) {
            throw new NotJudged("it tells tokens without a text");
        }
        List<String> tokens =
                told.tokens().stream().map(token -> String.valueOf(token)).toList();
        return read(asked, told, TokenPlaces.of(asked.text(), tokens, told.offsets()));
    }

    private static EchoedText read(LikelihoodText asked, EchoedChoice.Logprobs told, TokenPlaces places)
            throws NotJudged {
        int end = places.unit().length(asked.text());
        int from = places.unit().length(asked.text().substring(0, asked.text().offsetByCodePoints(0, asked.from())));
        List<@Nullable Double> logprobs = Objects.requireNonNull(told.logprobs());
        Reading reading = new Reading();
        for (int i = places.first(); i < logprobs.size() && places.begins()[i] < end; i++) {
            Double logprob = logprobs.get(i);
            boolean beginning = places.begins()[i] == 0;
            if (logprob == null && !beginning) {
                throw new NotJudged("it gives no log-probability of a token in the middle of the prompt");
            }
            double checked = logprob == null ? 0 : checked(logprob);
            if (places.begins()[i] < from) {
                reading.split |= places.end(i, end) > from;
                if (logprob != null) {
                    reading.before.add(checked);
                }
            } else if (logprob == null) {
                reading.skipped = codePoints(asked.text(), places.end(i, end), places.unit());
            } else {
                reading.own.add(checked);
                reading.takeGreedy(checked, told.top(), i);
            }
        }
        return reading.text();
    }

    private static double checked(double logprob) throws NotJudged {
        if (!Double.isFinite(logprob) || logprob > ROUNDING) {
            throw new NotJudged("it gives log-probabilities that are none: above 0 or not finite");
        }
        return Math.min(0, logprob);
    }

    /** How many code points begin before a place in units. */
    private static int codePoints(String text, int place, TextUnit unit) {
        int units = 0;
        int count = 0;
        for (int i = 0; i < text.length() && units < place; i += Character.charCount(text.codePointAt(i))) {
            units += unit.length(new String(Character.toChars(text.codePointAt(i))));
            count++;
        }
        return count;
    }

    /** What was read so far. */
    private static final class Reading {

        private static final double NEARLY = 1e-9;

        private final List<Double> before = new ArrayList<>();
        private final List<Double> own = new ArrayList<>();
        private boolean allGreedy = true;
        private boolean greedyTold = true;
        private int skipped;
        private boolean split;

        private void takeGreedy(double logprob, @Nullable List<@Nullable Map<String, @Nullable Double>> top, int i) {
            Map<String, @Nullable Double> best = top == null || i >= top.size() ? null : top.get(i);
            double greatest = best == null
                    ? Double.NaN
                    : best.values().stream()
                            .filter(Objects::nonNull)
                            .mapToDouble(Double::doubleValue)
                            .max()
                            .orElse(Double.NaN);
            greedyTold &= !Double.isNaN(greatest);
            allGreedy &= logprob >= greatest - NEARLY;
        }

        private EchoedText text() {
            return new EchoedText(before, own, greedyTold ? allGreedy : null, skipped, split);
        }
    }
}
