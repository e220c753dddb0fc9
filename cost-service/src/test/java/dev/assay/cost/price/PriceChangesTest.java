package dev.assay.cost.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.contracts.money.ModelPrice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PriceChangesTest {

    private static Rates flat(String input, String output) {
        return Rates.flat(ModelPrice.usd(input, output));
    }

    @Test
    void names_come_go_change_or_stay() {
        // Given
        Map<String, Rates> before = Map.of("stays", flat("1", "2"), "goes", flat("1", "2"), "moves", flat("1", "2"));
        Map<String, Rates> after =
                Map.of("stays", flat("1.0", "2"), "comes", flat("1", "2"), "moves", flat("1.2", "2"));
        // When
        PriceChanges changes = PriceChanges.between(before, after);
        // Then
        assertThat(changes).isEqualTo(new PriceChanges(List.of("comes"), List.of("moves"), List.of("goes"), List.of()));
    }

    @Test
    void a_change_by_half_in_either_direction_is_a_jump() {
        // Given
        Map<String, Rates> before = Map.of("a", flat("1", "2"), "b", flat("1", "2"), "c", flat("0", "2"));
        Map<String, Rates> after =
                Map.of("a", flat("1.49999", "1.00001"), "b", flat("1.5", "1"), "c", flat("0.1", "2"));
        // When
        PriceChanges changes = PriceChanges.between(before, after);
        // Then
        assertThat(changes.jumps())
                .extracting(PriceChanges.Jump::subject, PriceChanges.Jump::rate, PriceChanges.Jump::percent)
                .containsExactly(
                        tuple("b", "input", "+50"),
                        tuple("b", "cached input", "+50"),
                        tuple("b", "output", "-50"),
                        tuple("b", "reasoning", "-50"),
                        tuple("c", "input", null),
                        tuple("c", "cached input", null));
    }

    @Test
    void a_tier_that_appears_is_compared_with_what_held_there() {
        // Given
        Rates before = flat("1", "2");
        TokenRates above = new TokenRates(new BigDecimal("2"), null, new BigDecimal("2.5"), null);
        Rates after = new Rates("USD", before.base(), List.of(new Rates.Tier(200_000, false, above)));
        // When
        PriceChanges changes = PriceChanges.between(Map.of("m", before), Map.of("m", after));
        // Then
        assertThat(changes.changed()).containsExactly("m");
        assertThat(changes.jumps())
                .extracting(PriceChanges.Jump::rate)
                .containsExactly("input above 200000", "cached input above 200000");
    }

    @Test
    void jumps_and_the_loss_of_a_price_in_use_need_a_confirmation() {
        // Given
        Map<String, Rates> before = Map.of("a", flat("1", "2"), "b", flat("1", "2"));
        PriceChanges loss = PriceChanges.between(before, Map.of("a", flat("1.1", "2")));
        PriceChanges jump = PriceChanges.between(before, Map.of("a", flat("9", "2"), "b", flat("1", "2")));
        // When
        List<Boolean> needed = List.of(
                loss.needsConfirmation(Set.of("a")),
                loss.needsConfirmation(Set.of("b")),
                jump.needsConfirmation(Set.of()));
        // Then
        assertThat(needed).containsExactly(false, true, true);
    }
}
