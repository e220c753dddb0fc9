package dev.assay.gateway.comparison;

import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.StepSpec;
import dev.assay.gateway.comparison.Comparisons.Loaded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/** What one has to know to read a comparison's figures. Pure. */
final class Remarks {

    private final List<Side> sides;
    private final Loaded loaded;

    Remarks(List<Side> sides, Loaded loaded) {
        this.sides = sides;
        this.loaded = loaded;
    }

    List<String> all() {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            Side side = sides.get(i);
            ItemScores scores = loaded.scores().get(i);
            if (!side.run().state().isFinal()) {
                notes.add("%s goes on: these are its scores so far.".formatted(side.label()));
            }
            if (scores.scored() < scores.samples()) {
                notes.add(String.format(
                        Locale.ROOT,
                        "%s has scores of %,d of its %,d samples; what is missing is seldom missing by chance.",
                        side.label(),
                        scores.scored(),
                        scores.samples()));
            }
        }
        if (loaded.changed() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The datasets differ: %,d items have an id of both but another content, and are not paired.",
                    loaded.changed()));
        }
        if (IntStream.range(1, sides.size()).anyMatch(i -> !isComputedAlike(0, i))) {
            notes.add("%s is not computed alike: its parameters or the extraction of answers differ between runs."
                    .formatted(loaded.metrics().getFirst().label()));
        }
        if (loaded.metrics().getFirst().isOfSets()) {
            notes.add(
                    ("%s is a metric of sets of answers; compared are the means of its single answers' scores. For the"
                                    + " metric itself, export both runs and use `assay stats compare`.")
                            .formatted(loaded.metrics().getFirst().label()));
        }
        return notes;
    }

    private boolean isComputedAlike(int a, int b) {
        MetricSpec first = loaded.metrics().get(a).spec();
        MetricSpec second = loaded.metrics().get(b).spec();
        if (first == null || second == null) {
            return first == null && second == null;
        }
        return first.metric().equals(second.metric())
                && first.parameters().equals(second.parameters())
                && Objects.equals(first.repeats(), second.repeats())
                && steps(a).equals(steps(b));
    }

    private List<List<StepSpec>> steps(int side) {
        return Comparisons.pipeline(sides.get(side), loaded.metrics().get(side)).stream()
                .map(pipeline -> pipeline.steps())
                .toList();
    }
}
