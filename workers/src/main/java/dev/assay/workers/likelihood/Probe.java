package dev.assay.workers.likelihood;

import dev.assay.contracts.run.LikelihoodText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out whether a provider judges texts honestly, by two short texts of our own that go along with the first call of a
 * model: after the same beginning one goes on as it must, the other with nonsense.
 */
final class Probe {

    private static final String BEGINNING = "The cat sat on the mat. The cat sat on the";

    /** What is asked: the likely end, then the unlikely one. */
    static final List<LikelihoodText> TEXTS = Stream.of(" mat", " xqzvkj")
            .map(end -> new LikelihoodText(BEGINNING + end, BEGINNING.length()))
            .toList();

    /** Batches are computed with a little noise. */
    private static final double SHARE_OF_NOISE = 0.05;

    private static final double NOISE = 0.5;
    private static final double ROUNDING = 1e-3;

    private Probe() {}

    /** @throws NotJudged if what was said of the two texts cannot be true */
    static void check(EchoedText likely, EchoedText unlikely) throws NotJudged {
        if (likely.own().isEmpty() || unlikely.own().isEmpty()) {
            throw new NotJudged("it gives no log-probabilities of a text's end");
        }
        Set<Double> values = new HashSet<>();
        Stream.of(likely.before(), likely.own(), unlikely.before(), unlikely.own())
                .forEach(values::addAll);
        if (values.size() == 1) {
            throw new NotJudged("it gives every token the same log-probability");
        }
        if (likely.sum() <= unlikely.sum()) {
            throw new NotJudged("it finds nonsense as likely as the only word that fits");
        }
        double sum = Math.exp(likely.own().getFirst()) + Math.exp(unlikely.own().getFirst());
        if (sum > 1 + ROUNDING) {
            throw new NotJudged("its probabilities of different next tokens add up to more than 1");
        }
        checkSame(likely.before(), unlikely.before());
    }

    private static void checkSame(List<Double> first, List<Double> second) throws NotJudged {
        // The last token before the end may differ, where it reaches into the end.
        int same = Math.min(first.size(), second.size()) - 1;
        double one = sum(first, same);
        double other = sum(second, same);
        if (Math.abs(one - other) > NOISE + SHARE_OF_NOISE * Math.abs(one)) {
            throw new NotJudged("it gives the same text different log-probabilities");
        }
    }

    private static double sum(List<Double> logprobs, int count) {
        return logprobs.stream()
                .limit(Math.max(0, count))
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
