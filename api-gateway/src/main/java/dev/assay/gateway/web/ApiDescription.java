package dev.assay.gateway.web;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to the description of this API what holds for all of it: keys, and problems as answers. */
public class ApiDescription implements OASFilter {

    private static final String OPEN = "/api/v1/health";
    private static final String SIGN_IN = "/api/v1/session";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.setInfo(OASFactory.createInfo()
                .title("Assay")
                .version("v1")
                .description("A shared evaluation service for large language models: submit runs, watch them, read what"
                        + " they found. Times are ISO 8601 in UTC, money is exact text. Whatever goes wrong is answered"
                        + " as a problem (RFC 9457)."));
        api.getComponents()
                .addSecurityScheme(
                        "key",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A key: ask_<id>_<secret>."))
                .addSecurityScheme(
                        "session",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("assay_session")
                                .description("What POST /api/v1/session sets, for the page."));
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths()
                    .getPathItems()
                    .forEach((path, item) -> item.getOperations()
                            .forEach((method, operation) -> complete(path, method.name(), operation)));
        }
    }

    private static void complete(String path, String method, Operation operation) {
        if (!path.startsWith("/api/v1")) {
            return;
        }
        boolean open = path.equals(OPEN) || (path.equals(SIGN_IN) && method.equals("POST"));
        APIResponses responses = operation.getResponses();
        if (open) {
            operation.setSecurity(List.of());
        } else {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("key"));
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("session"));
            add(responses, "401", "No key was shown, or it is unknown or revoked.");
        }
        if (path.contains("{")) {
            add(responses, "404", "It is not there, or not for you.");
        }
        if (path.contains("/{id}/") && method.equals("POST")) {
            add(responses, "409", "That makes no sense in the run's state.");
        }
        add(responses, "400", "A parameter cannot be understood or is none of this operation's; the detail names it.");
        if (operation.getRequestBody() != null) {
            add(responses, "413", "The body is too long.");
        }
        if (!open) {
            add(responses, "503", "Something that is needed is away for now.");
        }
    }

    private static void add(APIResponses responses, String code, String description) {
        if (!responses.hasAPIResponse(code)) {
            APIResponse response = OASFactory.createAPIResponse()
                    .description(description)
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    "application/problem+json",
                                    OASFactory.createMediaType()
                                            .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
            responses.addAPIResponse(code, response);
        }
    }
}
