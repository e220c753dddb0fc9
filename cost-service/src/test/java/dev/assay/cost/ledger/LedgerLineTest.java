package dev.assay.cost.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.Charge;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.money.Usage;
import dev.assay.cost.price.Rates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerLineTest {

    private static final RunId RUN = new RunId("01jd3x5m8q2v7c9e4k6n0p1r2s");
    private static final Rates RATES = Rates.flat(ModelPrice.usd("0.15", "0.60"));

    private static CallEntry entry(Usage usage, Basis basis, boolean priced) {
        CallReport report = new CallReport(
                new CallId("01jd3x5m8q2v7c9e4k6n0p1r2t"),
                AttemptId.parse(RUN + ".0.0.0#1"),
                RUN,
                new GroupId("lab"),
                new ModelId("m"),
                usage,
                basis,
                Instant.EPOCH);
        BigDecimal amount = priced ? RATES.price(usage).amount() : null;
        return new CallEntry(report, amount, "USD", new PriceBookVersion("pb-1"));
    }

    @Provide
    Arbitrary<List<CallEntry>> words() {
        Arbitrary<Usage> usage = Combinators.combine(
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.longs().between(0, 10_000))
                .as(Usage::of);
        return Arbitraries.of(true, false)
                .flatMap(priced -> Combinators.combine(usage, Arbitraries.of(Basis.class))
                        .as((tokens, basis) -> entry(tokens, basis, priced))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(6));
    }

    @Property
    void the_lines_of_a_call_add_up_to_the_surest_word_on_it(@ForAll("words") List<CallEntry> words) {
        // Given
        CallEntry known = words.getFirst();
        Tally sum = LedgerLine.charge(known).difference();
        BigDecimal amount = LedgerLine.charge(known).amountDifference();
        // When
        int lines = 1;
        for (CallEntry word : words.subList(1, words.size())) {
            Optional<LedgerLine> line = LedgerLine.correction(lines, known, word);
            if (line.isPresent()) {
                lines++;
                known = line.get().now();
                sum = sum.plus(line.get().difference());
                BigDecimal difference = line.get().amountDifference();
                amount = amount == null || difference == null ? null : amount.add(difference);
            }
        }
        // Then
        Basis surest = words.stream()
                .map(word -> word.report().basis())
                .max(Basis::compareTo)
                .orElseThrow();
        assertThat(known.report().basis()).isEqualTo(surest);
        Tally expected = Tally.of(known);
        assertThat(sum)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .usingRecursiveComparison()
                .isEqualTo(expected);
        assertThat(Objects.requireNonNullElse(amount, BigDecimal.ZERO)).isEqualByComparingTo(expected.amount());
    }

    @Property
    void an_entry_has_the_status_that_its_basis_and_price_give_it(@ForAll("words") List<CallEntry> words) {
        // Given
        CallEntry entry = words.getFirst();
        // When
        Charge charge = entry.charge();
        // Then
        assertThat(charge.amount() == null).isEqualTo(charge.status() == Charge.Status.UNPRICED);
        assertThat(charge.status() == Charge.Status.VOID)
                .isEqualTo(entry.report().basis() == Basis.NEVER_SERVED);
    }
}
