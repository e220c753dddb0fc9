package dev.assay.contracts.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.money.Money;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A submitted run, complete: every name resolved, every default filled in.
 *
 * @param items how many items of the dataset take part, the first ones in seeded order; at least 1
 * @param repeats how often each item is asked, at least 1
 * @param seed decides the order of items, and with {@code items} which ones take part
 * @param budget the most that the run may spend; null: no limit of its own
 * @param priceBook the version whose prices hold for the whole run
 * @param stop the question whose answer ends the run before all items are asked; null: all are asked
 * @param judges models that judge the answers, with distinct names
 * @param variants other forms in which every item is asked too, with distinct labels
 */
public record RunDefinition(
        RunId id,
        GroupId group,
        String name,
        BenchmarkDefinition benchmark,
        List<ModelUse> models,
        int items,
        int repeats,
        long seed,
        @Nullable Money budget,
        PriceBookVersion priceBook,
        AttemptPolicy attempts,
        Map<String, String> tags,
        @Nullable StopRule stop,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<JudgeUse> judges,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<VariantUse> variants) {

    public RunDefinition {
        models = List.copyOf(models);
        judges = judges == null ? List.of() : List.copyOf(judges);
        variants = variants == null ? List.of() : List.copyOf(variants);
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        if (models.isEmpty()) {
            throw new IllegalArgumentException("a run has at least one model");
        }
        if (items < 1 || items > benchmark.dataset().items()) {
            throw new IllegalArgumentException("items is between 1 and the dataset's size, but is " + items);
        }
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats is at least 1");
        }
        if (judges.stream().map(JudgeUse::name).distinct().count() != judges.size()) {
            throw new IllegalArgumentException("judges have names of their own");
        }
        if (variants.stream().map(VariantUse::label).distinct().count() != variants.size()) {
            throw new IllegalArgumentException("variants have labels of their own");
        }
        if (budget != null && budget.isNegative()) {
            throw new IllegalArgumentException("a budget is not negative");
        }
    }

    /** How many samples the run has in all. */
    public long samples() {
        return samplesPerModel() * models.size();
    }

    /** How many samples each model has at most, in all forms. A form in which an item reads as ever is not asked. */
    public long samplesPerModel() {
        return originalsPerModel() * (1 + variants.size());
    }

    /** How many samples each model has of the items as they are. */
    public long originalsPerModel() {
        return (long) items * repeats;
    }

    /**
     * The form in which a task asks its item; empty: as it is. Form v, from 1, of repeat r is repeat v · repeats + r of the
     * task's id, so that whatever is known of a sample by its task is known of its variants too.
     */
    public Optional<VariantUse> variantOf(TaskId task) {
        int form = task.repeat() / repeats;
        return form == 0 ? Optional.empty() : Optional.of(variants.get(form - 1));
    }

    /**
     * What judges say about each item and repeat. The lanes of a run are its models, and after them its judgements in this
     * order; a task's {@code model} is the position of its lane.
     */
    public List<Judgement> judgements() {
        return judges.stream()
                .flatMap(judge -> judge.judgements(models.size()).stream())
                .toList();
    }

    /** Whether a task asks a judge, and not one of the run's models. */
    public boolean isJudgement(TaskId task) {
        return task.model() >= models.size();
    }

    /** The model that a task calls. */
    public ModelUse calledBy(TaskId task) {
        return isJudgement(task) ? judgementOf(task).judge().model() : models.get(task.model());
    }

    /** What a judge's task is to say. */
    public Judgement judgementOf(TaskId task) {
        return judgements().get(task.model() - models.size());
    }

    /** The model that the tasks of each lane call. */
    public List<ModelUse> lanes() {
        return Stream.concat(
                        models.stream(),
                        judgements().stream().map(judgement -> judgement.judge().model()))
                .toList();
    }
}
