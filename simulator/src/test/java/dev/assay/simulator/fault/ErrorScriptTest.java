package dev.assay.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.simulator.answer.Draw;
import dev.assay.simulator.model.ErrorKind;
import dev.assay.simulator.model.ErrorRule;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ErrorScriptTest {

    @Test
    void without_rules_nothing_happens() {
        assertThat(ErrorScript.decide(List.of(), Draw.start(), 1)).isEqualTo(Treatment.ORDINARY);
    }

    @Property(tries = 50)
    void a_rule_hits_its_share_of_the_calls(@ForAll @DoubleRange(max = 1) double rate) {
        // Given
        List<ErrorRule> rules = List.of(new ErrorRule(ErrorKind.STATUS, rate, 0, 500, 0, 1, 0));
        int calls = 4_000;
        // When
        long hit = IntStream.range(0, calls)
                .filter(i -> ErrorScript.decide(rules, Draw.start().with(i), 1) instanceof Treatment.Refuse)
                .count();
        // Then
        assertThat(Math.abs(hit - calls * rate)).isLessThanOrEqualTo(5 * Math.sqrt(calls * rate * (1 - rate)) + 1);
    }

    @Property
    void the_same_attempt_meets_the_same_and_another_draws_anew(@ForAll long call) {
        List<ErrorRule> rules = List.of(new ErrorRule(ErrorKind.HANG, 0.5, 0, 0, 0, 1, 0));
        Draw draw = Draw.start().with(call);
        assertThat(ErrorScript.decide(rules, draw, 3)).isEqualTo(ErrorScript.decide(rules, draw, 3));
        assertThat(IntStream.rangeClosed(1, 64).mapToObj(attempt -> ErrorScript.decide(rules, draw, attempt)))
                .contains(Treatment.ORDINARY)
                .anyMatch(treatment -> !treatment.equals(Treatment.ORDINARY));
    }

    @Test
    void a_rule_for_the_first_attempts_spares_later_ones() {
        // Given
        List<ErrorRule> rules = List.of(new ErrorRule(ErrorKind.STATUS, 1, 2, 503, 0, 1, 7));
        // When
        List<Treatment> treatments = IntStream.rangeClosed(1, 3)
                .mapToObj(attempt -> ErrorScript.decide(rules, Draw.start(), attempt))
                .toList();
        // Then
        assertThat(treatments)
                .containsExactly(new Treatment.Refuse(503, 7), new Treatment.Refuse(503, 7), Treatment.ORDINARY);
    }

    @Test
    void the_first_rule_that_hits_decides() {
        // Given
        List<ErrorRule> rules = List.of(
                new ErrorRule(ErrorKind.CUT, 0, 0, 0, 0, 1, 0),
                new ErrorRule(ErrorKind.DRIP, 1, 0, 0, 25, 1, 0),
                ErrorRule.always(ErrorKind.HANG));
        // When
        Treatment treatment = ErrorScript.decide(rules, Draw.start(), 1);
        // Then
        assertThat(treatment).isEqualTo(new Treatment.Accept(Treatment.Ending.COMPLETE, 0, 25, 1));
    }
}
