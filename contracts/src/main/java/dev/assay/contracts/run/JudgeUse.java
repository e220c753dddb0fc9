package dev.assay.contracts.run;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that judges the answers of a run's models.
 *
 * @param name unique in the run; of a judge of single answers also the label of the score that it gives
 * @param model who judges
 * @param mode what it is shown
 * @param prompt what it is asked
 * @param criteria of a rubric; empty: one grade
 * @param minimum the worst grade
 * @param maximum the best grade
 * @param swap whether a pair is shown in both orders
 * @param baseline position of the model that all others are compared with; null: all with all
 * @param human the field of the dataset with people's ratings or votes; null: there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JudgeUse(
        String name,
        ModelUse model,
        Mode mode,
        JudgePromptUse prompt,
        List<String> criteria,
        double minimum,
        double maximum,
        boolean swap,
        @Nullable Integer baseline,
        @Nullable String human) {

    /** What a judge is shown. */
    public enum Mode {
        /** One answer, which it grades. */
        POINTWISE,
        /** Two answers, of which it prefers one. */
        PAIRWISE,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    public JudgeUse {
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException("the scale of judge " + name + " is empty");
        }
    }

    /** The labels of the scores that an answer gets: its grade, and those by criterion; none of a judge of pairs. */
    public List<String> labels() {
        List<String> labels = new ArrayList<>();
        if (mode == Mode.POINTWISE) {
            labels.add(name);
            criteria.forEach(criterion -> labels.add(labelOf(criterion)));
        }
        return labels;
    }

    /** The label of the grade by one criterion. */
    public String labelOf(String criterion) {
        return name + "." + criterion;
    }

    /** What is judged of each item and repeat, among so many models, always in the same order. */
    List<Judgement> judgements(int models) {
        List<Judgement> judgements = new ArrayList<>();
        for (int first = 0; first < models; first++) {
            if (mode == Mode.POINTWISE) {
                judgements.add(new Judgement(this, first, null));
            }
            for (int second = first + 1; mode == Mode.PAIRWISE && second < models; second++) {
                if (baseline == null || baseline == first || baseline == second) {
                    judgements.add(new Judgement(this, first, second));
                    if (swap) {
                        judgements.add(new Judgement(this, second, first));
                    }
                }
            }
        }
        return judgements;
    }
}
