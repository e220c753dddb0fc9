package dev.assay.orchestrator.loop;

import dev.assay.messaging.control.ControlMirror;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the registry is known; a process that waits for the leader's lock is ready too. */
@Readiness
@ApplicationScoped
class OrchestratorReady implements HealthCheck {

    private final ControlMirror control;
    private final Leadership leadership;

    OrchestratorReady(ControlMirror control, Leadership leadership) {
        this.control = control;
        this.leadership = leadership;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("orchestrator")
                .status(control.caughtUp())
                .withData("leads", leadership.leading())
                .build();
    }
}
