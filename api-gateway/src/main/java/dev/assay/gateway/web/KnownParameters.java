package dev.assay.gateway.web;

import dev.assay.contracts.naming.NearestNames;
import dev.assay.gateway.problem.Refusal;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that an endpoint does not know: with a misspelt filter it would answer something else than was
 * asked. Who may not ask at all is told that first. Thread-safe.
 */
class KnownParameters {

    private static final String OURS = "/api/";
    private static final int AFTER_ACCESS = Priorities.USER + 1;

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = AFTER_ACCESS)
    void check(ContainerRequestContext request, ResourceInfo resource) {
        if (!request.getUriInfo().getRequestUri().getPath().startsWith(OURS)) {
            return;
        }
        Set<String> names = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::of);
        for (String name : request.getUriInfo().getQueryParameters().keySet()) {
            if (!names.contains(name)) {
                throw Refusal.malformed(
                        "query", "there is no parameter " + quoted(name) + " here. " + remedy(name, names));
            }
        }
    }

    /** Parameters of the method, and flags, which it reads from the address and describes only. */
    static Set<String> of(Method endpoint) {
        Stream<String> parameters = Arrays.stream(endpoint.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(annotation -> annotation != null)
                .map(QueryParam::value);
        Stream<String> flags = Arrays.stream(endpoint.getAnnotationsByType(Parameter.class))
                .filter(described -> described.in() == ParameterIn.QUERY)
                .map(Parameter::name);
        return Stream.concat(parameters, flags).collect(Collectors.toUnmodifiableSet());
    }

    private static String remedy(String name, Set<String> known) {
        return known.isEmpty() ? "It takes none." : NearestNames.remedy(name, known);
    }

    private static String quoted(String name) {
        return "'" + NearestNames.shown(name) + "'";
    }
}
