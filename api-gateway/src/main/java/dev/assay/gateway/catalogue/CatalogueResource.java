package dev.assay.gateway.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.PriceBook;
import dev.assay.contracts.registry.Group;
import dev.assay.contracts.registry.Pool;
import dev.assay.contracts.registry.RegisteredModel;
import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.access.Scope;
import dev.assay.messaging.control.ControlMirror;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What runs may name. */
@Path("/api/v1")
@Tag(name = "Catalogue")
@Produces(MediaType.APPLICATION_JSON)
class CatalogueResource {

    private final CurrentCaller current;
    private final ControlMirror registry;
    private final GroupSpending spending;
    private final BuiltIns builtIns;

    CatalogueResource(CurrentCaller current, ControlMirror registry, GroupSpending spending, BuiltIns builtIns) {
        this.current = current;
        this.registry = registry;
        this.spending = spending;
        this.builtIns = builtIns;
    }

    /** A registered model. */
    @Schema(name = "Model")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ModelView(
            @Schema(examples = "sim-large") String name,

            @Schema(examples = "sim") ConnectionId connection,

            @Schema(description = "What the provider calls it.", examples = "sim-large")
            String providerModel,

            @Schema(examples = "sim-pool") @Nullable PoolId pool,

            @Schema(description = "Per million tokens; absent if there is no price, and then it cannot be used.")
            @Nullable
            ModelPrice price) {}

    /** All registered models. */
    @Schema(name = "Models")
    record ModelList(List<ModelView> models) {}

    /** A provider account's quota; a limit that is absent is not known. */
    @Schema(name = "Pool")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PoolView(
            @Schema(examples = "sim-pool") String name,
            List<ConnectionId> connections,
            @Nullable Long requestsPerMinute,
            @Nullable Long tokensPerMinute,
            @Nullable Integer concurrent) {

        static PoolView of(Pool pool) {
            return new PoolView(
                    pool.id().value(),
                    pool.connections(),
                    pool.requestsPerMinute(),
                    pool.tokensPerMinute(),
                    pool.concurrent());
        }
    }

    /** All pools. */
    @Schema(name = "Pools")
    record PoolList(List<PoolView> pools) {}

    /** A research group. */
    @Schema(name = "Group")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroupView(
            @Schema(examples = "vision-lab") String name,

            @Schema(description = "Its share when groups compete.")
            int weight,

            @Schema(description = "The most that its runs may spend together; absent: no limit.") @Nullable
            Money budget,

            @Schema(description = "What the ledger says its runs have spent.")
            Money spend) {}

    /** The groups that the caller may see. */
    @Schema(name = "Groups")
    record GroupList(List<GroupView> groups) {}

    /** A benchmark that comes with the installation. */
    @Schema(name = "Benchmark")
    record BenchmarkView(
            @Schema(examples = "assay-core") String name,
            String version,
            String description,
            int items,
            List<String> categories) {}

    /** All built-in benchmarks. */
    @Schema(name = "Benchmarks")
    record BenchmarkList(List<BenchmarkView> benchmarks) {}

    @GET
    @Path("models")
    @Operation(summary = "List models", description = "What runs may name, with the prices in force.")
    public ModelList models() {
        Optional<PriceBook> prices = registry.activePriceBook();
        return new ModelList(
                registry.models().stream().map(model -> view(model, prices)).toList());
    }

    private ModelView view(RegisteredModel model, Optional<PriceBook> prices) {
        return new ModelView(
                model.id().value(),
                model.connection(),
                model.providerModel(),
                registry.poolOf(model.connection()).map(Pool::id).orElse(null),
                prices.flatMap(book -> book.price(model.id())).orElse(null));
    }

    @GET
    @Path("pools")
    @Operation(summary = "List pools", description = "Provider accounts with their limits.")
    public PoolList pools() {
        return new PoolList(registry.pools().stream().map(PoolView::of).toList());
    }

    @GET
    @Path("groups")
    @Operation(summary = "List groups", description = "With a member's key only its own.")
    public GroupList groups() {
        Scope scope = current.get().scope();
        Map<String, Money> spent = spending.byGroup(scope);
        return new GroupList(registry.groups().stream()
                .filter(group -> scope.sees(group.id()))
                .map(group -> view(group, spent))
                .toList());
    }

    private static GroupView view(Group group, Map<String, Money> spent) {
        Money budget = group.budget();
        Money none = Money.zero(budget == null ? "USD" : budget.currency());
        return new GroupView(
                group.id().value(),
                group.weight(),
                budget,
                spent.getOrDefault(group.id().value(), none));
    }

    @GET
    @Path("benchmarks")
    @Operation(summary = "List built-in benchmarks")
    public BenchmarkList benchmarks() {
        return new BenchmarkList(builtIns.all().stream()
                .map(builtIn -> new BenchmarkView(
                        builtIn.name(),
                        builtIn.definition().version(),
                        builtIn.description(),
                        builtIn.definition().dataset().items(),
                        builtIn.categories()))
                .toList());
    }
}
