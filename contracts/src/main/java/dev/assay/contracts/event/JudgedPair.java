package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.id.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * What a judge said of two models' answers to one item.
 *
 * @param judge its name in the run
 * @param item position of the item in the dataset version
 * @param modelA the model whose answer was shown first in the order as given
 * @param asGiven whom it preferred with A's answer shown first
 * @param swapped whom it preferred with B's answer shown first; null if that was not asked
 * @param outcome the vote that results: a verdict that depends on the order is a tie, and with an unreadable one there is
 *     none, which is null
 * @param lengthA of A's answer in code points
 * @param lengthB of B's answer in code points
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JudgedPair(
        String judge,
        int item,
        int repeat,
        @Nullable String category,
        ModelId modelA,
        ModelId modelB,
        Verdict asGiven,
        @Nullable Verdict swapped,
        @Nullable Verdict outcome,
        long lengthA,
        long lengthB) {

    /** Whom a judge prefers, by model and not by place. */
    public enum Verdict {
        A,
        B,
        TIE,
        /** The judge gave no reply, or one that holds no verdict. */
        MISSING,
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
