package dev.assay.cost.ledger;

import dev.assay.contracts.event.Charge;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a call costs, as far as is known.
 *
 * @param amount exact; null: its model has no price
 * @param currency of the run's price book
 * @param purpose what the call was made for
 */
record CallEntry(
        CallReport report, @Nullable BigDecimal amount, String currency, PriceBookVersion book, Purpose purpose) {

    /** Of a call that answered a sample. */
    CallEntry(CallReport report, @Nullable BigDecimal amount, String currency, PriceBookVersion book) {
        this(report, amount, currency, book, Purpose.ANSWER);
    }

    Charge.Status status() {
        if (report.basis() == Basis.NEVER_SERVED) {
            return Charge.Status.VOID;
        }
        if (amount == null) {
            return Charge.Status.UNPRICED;
        }
        return report.basis() == Basis.ESTIMATED ? Charge.Status.UNCONFIRMED : Charge.Status.CONFIRMED;
    }

    /** As other services get to know it. */
    Charge charge() {
        return new Charge(report.call(), report.attempt(), report.model(), report.usage(), money(), status(), book);
    }

    private @Nullable Money money() {
        if (status() == Charge.Status.VOID) {
            return Money.zero(currency);
        }
        return amount == null ? null : new Money(currency, amount);
    }
}
