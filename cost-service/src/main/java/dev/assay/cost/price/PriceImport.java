package dev.assay.cost.price;

import java.util.List;

/**
 * What came of an import.
 *
 * @param source where the prices come from
 * @param entries how many the file has
 * @param priced how many of them have a price by tokens
 * @param withoutPrice left out because they name no price for input or output tokens
 * @param byOtherUnits left out because tokens do not tell what a call costs
 * @param added names without a price before
 * @param changed names with another price
 * @param removed names that lose their price
 * @param jumps single prices that change by half or more
 * @param needsConfirmation whether there is a jump, or a price in use is removed
 * @param applied whether the prices are in force now; if not, repeat the import with confirm=true
 */
public record PriceImport(
        String source,
        int entries,
        int priced,
        int withoutPrice,
        int byOtherUnits,
        List<String> added,
        List<String> changed,
        List<String> removed,
        List<PriceChanges.Jump> jumps,
        boolean needsConfirmation,
        boolean applied) {

    static PriceImport of(
            PriceSource source,
            ImportedPrices imported,
            PriceChanges changes,
            boolean needsConfirmation,
            boolean applied) {
        return new PriceImport(
                source.apiName(),
                imported.entries(),
                imported.rates().size(),
                imported.withoutPrice(),
                imported.byOtherUnits(),
                changes.added(),
                changes.changed(),
                changes.removed(),
                changes.jumps(),
                needsConfirmation,
                applied);
    }
}
