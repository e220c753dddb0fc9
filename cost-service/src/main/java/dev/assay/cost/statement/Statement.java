package dev.assay.cost.statement;

import dev.assay.contracts.money.Usage;

/** A provider's word on one call. */
public sealed interface Statement {

    /** It was served, or begun and broken off, and this is billed. */
    record Billed(Usage usage) implements Statement {}

    /** It arrived and was refused: nothing is billed. */
    record Refused() implements Statement {}

    /** The provider never saw it. */
    record NeverSeen() implements Statement {}

    /** It is still being served: ask again. */
    record Open() implements Statement {}

    /** This provider does not tell: do not ask again. */
    record NotGiven() implements Statement {}
}
