package dev.assay.scoring.judge;

import dev.assay.scoring.judge.Verdict.Cause;
import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.SafePattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Criteria by which a judge grades an answer, each on the same scale.
 *
 * @param criteria their names, none twice
 * @param minimum the worst grade
 * @param maximum the best grade
 */
public record Rubric(List<String> criteria, double minimum, double maximum) {

    public Rubric {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty() || new LinkedHashSet<>(criteria).size() != criteria.size()) {
            throw new IllegalArgumentException("a rubric needs criteria, each once");
        }
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException("the scale of a rubric is empty");
        }
    }

    /**
     * Reads a reply that has {@code name: [[grade]]} for every criterion, case ignored; of several grades of a criterion
     * the last counts. A missing criterion makes the whole reply unreadable: a mean of the others would be of another
     * rubric.
     */
    public Verdict read(String reply) {
        Map<String, Double> grades = new LinkedHashMap<>();
        for (String criterion : criteria) {
            SafePattern pattern =
                    SafePattern.compile(SafePattern.quote(criterion) + "\\W{0,10}\\[\\[(\\d+\\.?\\d*)\\]\\]", true);
            Optional<Match> match = pattern.last(reply);
            if (match.isEmpty()) {
                return Verdict.NOTHING;
            }
            OptionalDouble grade = Patterns.number(match.get().groups().get(1).orElse(""));
            if (grade.isEmpty()) {
                return new Verdict.Unreadable(Cause.NOT_A_NUMBER);
            }
            if (grade.getAsDouble() < minimum || grade.getAsDouble() > maximum) {
                return new Verdict.Unreadable(Cause.OUT_OF_RANGE);
            }
            grades.put(criterion, grade.getAsDouble());
        }
        return new Verdict.Grades(grades);
    }

    /** The criteria as lines that ask for the form that {@link #read} reads. */
    public String lines() {
        List<String> lines = new ArrayList<>();
        criteria.forEach(criterion -> lines.add(criterion + ": [[grade]]"));
        return String.join("\n", lines);
    }
}
