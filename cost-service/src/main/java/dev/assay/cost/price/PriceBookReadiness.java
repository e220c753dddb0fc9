package dev.assay.cost.price;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the active price book says what the registry says. */
@Readiness
@ApplicationScoped
class PriceBookReadiness implements HealthCheck {

    private final PriceBookKeeper keeper;

    PriceBookReadiness(PriceBookKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("cost: price book is up to date")
                .status(keeper.inStep())
                .build();
    }
}
