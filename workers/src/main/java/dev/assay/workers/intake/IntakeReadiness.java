package dev.assay.workers.intake;

import dev.assay.workers.WorkersConfig;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while it is a member of the workers' group, knows the control records and does not drain. */
@Readiness
@ApplicationScoped
class IntakeReadiness implements HealthCheck {

    private final WorkersConfig config;
    private final TaskIntake intake;

    IntakeReadiness(WorkersConfig config, TaskIntake intake) {
        this.config = config;
        this.intake = intake;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("workers-intake")
                .withData("enabled", config.enabled())
                .withData("draining", intake.isDraining())
                .status(!config.enabled() || intake.isReady())
                .build();
    }
}
