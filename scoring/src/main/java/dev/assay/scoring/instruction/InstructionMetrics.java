package dev.assay.scoring.instruction;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.pattern.PatternLimitException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What of this package users can name: the four accuracies of IFEval.
 *
 * <p>The item's instructions are its first reference, as {@link InstructionSet} reads them. Edges: no response follows
 * nothing; an item whose instructions cannot be read or checked cannot be scored.
 */
public final class InstructionMetrics {

    private InstructionMetrics() {}

    /** The metrics of this family. */
    public static List<MetricType> types() {
        return List.of(
                type(
                        "prompt_level_strict_acc",
                        "The response follows all instructions of the item (IFEval, strict).",
                        library -> new PromptLevel(library, InstructionReport::strict)),
                type(
                        "inst_level_strict_acc",
                        "Share of the instructions that responses follow (IFEval, strict).",
                        library -> new InstructionLevel(library, InstructionReport::strict)),
                type(
                        "prompt_level_loose_acc",
                        "The response or a variant of it follows each instruction of the item (IFEval, loose).",
                        library -> new PromptLevel(library, InstructionReport::loose)),
                type(
                        "inst_level_loose_acc",
                        "Share of the instructions that responses or variants of them follow (IFEval, loose).",
                        library -> new InstructionLevel(library, InstructionReport::loose)));
    }

    private static MetricType type(String name, String meaning, Function<InstructionLibrary, Metric> metric) {
        return MetricType.unit(
                name,
                meaning,
                MetricType.Needs.ANSWER,
                List.of(),
                arguments -> metric.apply(InstructionLibrary.standard()));
    }

    private record PromptLevel(InstructionLibrary library, Function<InstructionReport, List<Boolean>> kind)
            implements Metric {

        @Override
        public Score score(@Nullable String prediction, Sample sample) {
            try {
                return Score.of(!kind.apply(report(library, prediction, sample)).contains(false));
            } catch (CorpusMetric.UnscorableException e) {
                return new Score.Unscorable(String.valueOf(e.getMessage()));
            }
        }
    }

    private record InstructionLevel(InstructionLibrary library, Function<InstructionReport, List<Boolean>> kind)
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
            List<Boolean> followed = kind.apply(report(library, prediction, sample));
            return Evidence.of(followed.stream().filter(Boolean::booleanValue).count(), followed.size());
        }

        @Override
        public boolean isAdditive() {
            return true;
        }

        @Override
        public Score over(List<Evidence> set) {
            double[] sum = CorpusMetric.sum(set);
            return sum.length == 0 || sum[1] == 0
                    ? new Score.Unscorable("there are no instructions")
                    : Score.of(sum[0] / sum[1]);
        }
    }

    private static InstructionReport report(InstructionLibrary library, @Nullable String prediction, Sample sample) {
        if (sample.references().isEmpty()) {
            throw new CorpusMetric.UnscorableException("the item has no reference");
        }
        if (sample.references().size() > 1) {
            throw new CorpusMetric.UnscorableException("the item has "
                    + sample.references().size() + " references where one list of instructions is expected");
        }
        try {
            InstructionSet set = InstructionSet.read(sample.references().getFirst());
            return InstructionReport.of(set, library, prediction == null ? "" : prediction);
        } catch (InstructionException | PatternLimitException e) {
            throw new CorpusMetric.UnscorableException(String.valueOf(e.getMessage()));
        }
    }
}
