package dev.assay.cost.estimate;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.money.Money;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run will cost: exactly the sums over its models.
 *
 * @param priceBook whose prices were used; null: there is none yet
 * @param unpriced models without a price; they are in the tokens and not in the amounts
 */
public record Estimate(
        @Nullable PriceBookVersion priceBook,
        Money expected,
        Money low,
        Money high,
        long inputTokens,
        long outputTokens,
        List<ModelEstimate> perModel,
        String basis,
        List<ModelId> unpriced) {

    public Estimate {
        perModel = List.copyOf(perModel);
        unpriced = List.copyOf(unpriced);
    }

    static Estimate of(@Nullable PriceBookVersion book, String currency, List<ModelEstimate> models) {
        return new Estimate(
                book,
                sum(models, ModelEstimate::expected, currency),
                sum(models, ModelEstimate::low, currency),
                sum(models, ModelEstimate::high, currency),
                models.stream().mapToLong(ModelEstimate::inputTokens).sum(),
                models.stream().mapToLong(ModelEstimate::outputTokens).sum(),
                models,
                models.stream().map(ModelEstimate::basis).distinct().collect(Collectors.joining(" | ")),
                models.stream()
                        .filter(model -> model.expected() == null)
                        .map(ModelEstimate::model)
                        .toList());
    }

    private static Money sum(
            List<ModelEstimate> models, Function<ModelEstimate, @Nullable Money> part, String currency) {
        return models.stream().map(part).filter(Objects::nonNull).reduce(Money.zero(currency), Money::plus);
    }
}
