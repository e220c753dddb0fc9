package dev.assay.cost.ledger;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.cost.price.PricedBook;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a run's calls from its plan on: the pinned prices, and how its models are reached. Immutable, so that it
 * may be kept.
 */
final class RunTerms {

    private final PricedBook book;
    private final boolean hasBudget;
    private final int answering;
    private final Map<ModelId, ModelUse> models = new HashMap<>();

    RunTerms(PricedBook book, RunDefinition run) {
        this.book = book;
        this.hasBudget = run.budget() != null;
        this.answering = run.models().size();
        run.lanes().forEach(model -> this.models.putIfAbsent(model.id(), model));
    }

    /** Whether somebody wants to know what the run costs while it does. */
    boolean hasBudget() {
        return hasBudget;
    }

    /** The exact price of a call; no price makes it unpriced, never free. */
    CallEntry price(CallReport report) {
        @Nullable
        BigDecimal amount = book.rates(report.model())
                .map(rates -> rates.price(report.usage()).amount())
                .orElse(null);
        boolean judges = report.attempt().task().model() >= answering;
        return new CallEntry(report, amount, book.currency(), book.version(), judges ? Purpose.JUDGE : Purpose.ANSWER);
    }

    Optional<ConnectionId> connection(ModelId model) {
        return Optional.ofNullable(models.get(model)).map(ModelUse::connection);
    }

    /** The most tokens that a call of the model may generate, if the run says so. */
    Optional<Integer> maxTokens(ModelId model) {
        return Optional.ofNullable(models.get(model))
                .map(use -> use.parameters().maxTokens());
    }
}
