package dev.assay.scoring.likelihood;

import dev.assay.scoring.languagemodel.LikelyDocument;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A metric of judged texts: a function of the mean surprise, -Σ log-likelihood / Σ units, over all of them. A text's beginning
 * that has no probability counts neither here nor there.
 *
 * @param units what of a judged text is counted
 * @param function of the mean surprise in natural units
 */
record TextPerplexity(ToDoubleBiFunction<Judgement, LikelyDocument> units, DoubleUnaryOperator function)
        implements CorpusMetric {

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        try {
            return over(List.of(evidence(prediction, sample)));
        } catch (UnscorableException e) {
            return new Score.Unscorable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Evidence evidence(@Nullable String prediction, Sample sample) {
        if (sample.references().isEmpty()) {
            throw new UnscorableException(LikelihoodMetrics.NO_REFERENCE);
        }
        Judgement judged = judged(prediction, sample);
        if (judged.tokens() == 0) {
            throw new UnscorableException("no token of the text has a probability");
        }
        String text = sample.references().getFirst();
        int skipped = Math.min(judged.skipped(), text.codePointCount(0, text.length()));
        LikelyDocument document =
                new LikelyDocument(text.substring(text.offsetByCodePoints(0, skipped)), judged.logLikelihood());
        return Evidence.of(judged.logLikelihood(), units.applyAsDouble(judged, document));
    }

    private static Judgement judged(@Nullable String prediction, Sample sample) {
        Judgements judged = Judgements.read(prediction == null ? "" : prediction)
                .orElseThrow(
                        () -> new UnscorableException("the answer holds no likelihood, as mode: perplexity gives"));
        return judged.text()
                .orElseGet(() -> JudgedChoice.of(String.valueOf(prediction), sample, "auto")
                        .firstRight());
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public Score over(List<Evidence> set) {
        double[] sums = CorpusMetric.sum(set);
        return sums.length == 0 || sums[1] == 0
                ? new Score.Unscorable("there is no text")
                : Score.of(function.applyAsDouble(-sums[0] / sums[1]));
    }
}
