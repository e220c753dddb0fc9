package dev.assay.contracts.event;

import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.Usage;
import org.jspecify.annotations.Nullable;

/**
 * The priced ledger entry of one call. A later one for the same call replaces it.
 *
 * @param amount null if unpriced, which is never the same as 0
 */
public record Charge(
        CallId callId,
        AttemptId attemptId,
        ModelId model,
        Usage usage,
        @Nullable Money amount,
        Status status,
        PriceBookVersion priceBook) {

    /** How sure an entry is. */
    public enum Status {
        /** The provider served the call and said what it used. */
        CONFIRMED,
        /** The worker died; the provider may have served it; charged at an estimate. */
        UNCONFIRMED,
        /** It turned out that the provider never served it: 0. */
        VOID,
        /** There is no price for the model. */
        UNPRICED,
        @com.fasterxml.jackson.annotation.JsonEnumDefaultValue
        UNKNOWN
    }
}
