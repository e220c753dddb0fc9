package dev.assay.cost.price;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.money.PriceBook;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One immutable version of the price book, with all that this service knows; what other services get to know of it is
 * {@link #published()}.
 *
 * @param currency of every price in it
 * @param rates by model; a model that is absent has no price, which is never the same as a price of 0
 */
public record PricedBook(
        PriceBookVersion version,
        long revision,
        String currency,
        Instant activatedAt,
        String source,
        Map<ModelId, Rates> rates) {

    public PricedBook {
        rates = Map.copyOf(rates);
        for (Map.Entry<ModelId, Rates> entry : rates.entrySet()) {
            if (!entry.getValue().currency().equals(currency)) {
                throw new IllegalArgumentException("a price book has one currency, " + currency + ", but "
                        + entry.getKey() + " is priced in " + entry.getValue().currency());
            }
        }
    }

    static PriceBookVersion versionOf(long revision) {
        return new PriceBookVersion("pb-" + revision);
    }

    /** A book of which only the published form is left. */
    public static PricedBook of(PriceBook book, String currency) {
        Map<ModelId, Rates> rates = new HashMap<>();
        book.prices().forEach((model, price) -> {
            if (price.currency().equals(currency)) {
                rates.put(model, Rates.flat(price));
            }
        });
        return new PricedBook(book.version(), book.revision(), currency, book.activatedAt(), book.source(), rates);
    }

    public Optional<Rates> rates(ModelId model) {
        return Optional.ofNullable(rates.get(model));
    }

    PriceBook published() {
        Map<ModelId, ModelPrice> prices = new HashMap<>();
        rates.forEach((model, rate) -> prices.put(model, rate.basePrice()));
        return new PriceBook(version, revision, activatedAt, source, prices);
    }
}
