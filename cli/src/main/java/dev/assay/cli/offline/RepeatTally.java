package dev.assay.cli.offline;

import dev.assay.scoring.repeats.RepeatFold;
import dev.assay.scoring.statistics.Estimate;
import dev.assay.scoring.statistics.Moments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mean over items of what each item's repeats are folded into. Keeps scores and, if the fold needs them, answers. */
final class RepeatTally {

    private final RepeatFold fold;
    private final Map<String, List<RepeatFold.Repeat>> items = new LinkedHashMap<>();

    RepeatTally(RepeatFold fold) {
        this.fold = fold;
    }

    void add(String item, double score, @Nullable String answer) {
        items.computeIfAbsent(item, id -> new ArrayList<>())
                .add(new RepeatFold.Repeat(score, fold.needsAnswers() ? answer : null));
    }

    /** Items with fewer repeats than the fold needs are left out. */
    Figure figure(Sureness sureness) {
        Moments moments = new Moments();
        items.values().forEach(repeats -> fold.of(repeats).ifPresent(moments::add));
        Optional<Estimate> estimate = moments.estimate(sureness.confidence(), 0, 1);
        return estimate.map(e -> new Figure(Optional.of(e.mean()), e.interval(), e.intervalName()))
                .orElseGet(Figure::none);
    }

    /** Items that have fewer repeats than the fold needs. */
    long tooFew() {
        return items.values().stream()
                .filter(repeats -> repeats.size() < fold.least())
                .count();
    }
}
