package dev.assay.contracts.registry;

import dev.assay.contracts.money.PriceBook;

/** A version of the price book that is in force or was; written by the cost service alone. */
public record ActivePriceBook(PriceBook book) implements ControlRecord {

    @Override
    public String key() {
        return "price-book/" + book.version();
    }
}
