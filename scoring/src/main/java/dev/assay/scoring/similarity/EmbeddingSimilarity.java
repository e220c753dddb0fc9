package dev.assay.scoring.similarity;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.text.PythonText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How alike prediction and reference are in meaning: the cosine of their embeddings, a·b / (|a| |b|), where a negative one
 * counts as 0; the best over the references. With the question as reference it tells whether an answer is to the point.
 *
 * <p>Edges: a blank prediction has 0, a blank reference cannot be scored. Embeddings of references are kept, since repeats and
 * models ask for the same ones.
 */
public final class EmbeddingSimilarity implements Metric {

    private static final String MODEL = "all-minilm-l6-v2";
    private static final int KEPT = 2_000;

    private final TextEmbedding embedding;
    private final Map<String, float[]> references = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > KEPT;
        }
    });

    /** Compares by a model of one's own. */
    public EmbeddingSimilarity(TextEmbedding embedding) {
        this.embedding = embedding;
    }

    public static List<MetricType> types() {
        return List.of(MetricType.unit(
                "embedding_similarity",
                "Likeness in meaning: cosine of the embeddings of prediction and reference; a negative one counts as 0.",
                MetricType.Needs.EXTRACTED,
                List.of(),
                EmbeddingSimilarity::installed));
    }

    private static Metric installed(Arguments arguments) {
        return TextEmbedding.named(MODEL)
                .map(EmbeddingSimilarity::new)
                .orElseThrow(() -> arguments.refuse(
                        "the model of 'embedding_similarity' is in the optional module 'embeddings', which is not"
                                + " installed"));
    }

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        float[] predicted =
                prediction == null || PythonText.strip(prediction).isEmpty() ? null : embedding.embed(prediction);
        return Score.best(sample.references(), reference -> {
            if (PythonText.strip(reference).isEmpty()) {
                return new Score.Unscorable("the reference is blank");
            }
            return predicted == null
                    ? Score.WRONG
                    : Score.of(Math.clamp(cosine(predicted, ofReference(reference)), 0, 1));
        });
    }

    private float[] ofReference(String reference) {
        float[] known = references.get(reference);
        if (known == null) {
            known = embedding.embed(reference);
            references.put(reference, known);
        }
        return known;
    }

    private static double cosine(float[] first, float[] second) {
        double product = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < first.length; i++) {
            product += (double) first[i] * second[i];
            one += (double) first[i] * first[i];
            other += (double) second[i] * second[i];
        }
        return product / Math.sqrt(one * other);
    }
}
