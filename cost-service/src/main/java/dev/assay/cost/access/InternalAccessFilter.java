package dev.assay.cost.access;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Lets internal calls pass that show the token; answers 401 to all others. */
@Provider
@CostInternal
public class InternalAccessFilter implements ContainerRequestFilter {

    /** Carries the token. */
    static final String HEADER = "X-Assay-Internal";

    // Filters are made before the settings of this start are known, so they are asked for with each call.
    private final Instance<InternalAccessConfig> config;

    InternalAccessFilter(Instance<InternalAccessConfig> config) {
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String shown = request.getHeaderString(HEADER);
        boolean known = config.get().token().map(token -> token.matches(shown)).orElse(false);
        if (!known) {
            request.abortWith(Problem.response(401, "Unauthorized", "internal calls need the header " + HEADER));
        }
    }
}
