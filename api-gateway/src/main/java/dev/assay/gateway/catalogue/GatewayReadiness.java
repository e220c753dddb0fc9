package dev.assay.gateway.catalogue;

import dev.assay.gateway.registry.Registration;
import dev.assay.messaging.control.ControlMirror;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Requests make sense once the registry is known and up to date. */
@Readiness
@ApplicationScoped
class GatewayReadiness implements HealthCheck {

    private final ControlMirror registry;
    private final Registration registration;

    GatewayReadiness(ControlMirror registry, Registration registration) {
        this.registry = registry;
        this.registration = registration;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway: registry is up to date")
                .status(registry.caughtUp() && registration.isDone())
                .build();
    }
}
