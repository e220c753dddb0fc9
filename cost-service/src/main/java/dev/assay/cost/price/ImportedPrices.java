package dev.assay.cost.price;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a price file says.
 *
 * @param rates by the name that the provider knows, in the order of names
 * @param withoutPrice entries left out because they name no price for input or output tokens
 * @param byOtherUnits entries left out because tokens are not all that they charge for: images, queries, seconds,
 *     requests
 */
public record ImportedPrices(Map<String, Rates> rates, int withoutPrice, int byOtherUnits) {

    public ImportedPrices {
        rates = Collections.unmodifiableMap(new TreeMap<>(rates));
    }

    int entries() {
        return rates.size() + withoutPrice + byOtherUnits;
    }
}
