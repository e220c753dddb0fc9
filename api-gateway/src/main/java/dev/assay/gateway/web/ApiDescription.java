package dev.assay.gateway.web;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to the description of this API what holds for all of it: keys, and problems as answers. */
public class ApiDescription implements OASFilter {

    private static final String OPEN = "/api/v1/health";
    private static final String SIGN_IN = "/api/v1/session";
    private static final String KEYS = "/api/v1/keys";
    private static final String BOARD = "/api/v1/arenas/{id}/board";
    private static final String FLIPS = "/api/v1/comparisons/flips";
    /** Where the first of several requests alone is served. */
    private static final Set<String> ONCE = Set.of("/api/v1/runs", "/api/v1/arenas");

    /** What their bodies may say is said by what they are: a wrong one is malformed, and none is wrong in itself. */
    private static final Set<String> PLAIN = Set.of("/api/v1/runs/{id}/cancel", "/api/v1/arenas/{id}/battles");

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
        api.getComponents()
                .addSchema(
                        "Message",
                        of(Schema.SchemaType.OBJECT)
                                .required(List.of("role", "content"))
                                .addProperty("role", of(Schema.SchemaType.STRING))
                                .addProperty("content", of(Schema.SchemaType.STRING)));
        api.getComponents().getSchemas().values().forEach(ApiDescription::completeLists);
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths()
                    .getPathItems()
                    .forEach((path, item) -> item.getOperations()
                            .forEach((method, operation) -> complete(path, method.name(), operation)));
        }
    }

    /** Elements of a class that services share are not looked into: those of a prompt are messages, all others are names. */
    private static void completeLists(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().forEach((name, field) -> {
            boolean list = field.getType() != null && field.getType().contains(Schema.SchemaType.ARRAY);
            Schema element = field.getItems();
            if (list && (element == null || (element.getType() == null && element.getRef() == null))) {
                field.setItems(
                        name.equals("prompt")
                                ? OASFactory.createSchema().ref("#/components/schemas/Message")
                                : of(Schema.SchemaType.STRING));
            }
        });
    }

    private static Schema of(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
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
        boolean post = method.equals("POST");
        if (post && path.contains("/{id}/")) {
            add(responses, "409", "That makes no sense in the run's state.");
        }
        if (post && ONCE.contains(path)) {
            add(
                    responses,
                    "409",
                    "It cannot be made of what there is, or its Idempotency-Key belongs to another body.");
        }
        if (path.equals(BOARD)) {
            add(responses, "409", "There are more votes than a board is made of.");
        }
        if (path.startsWith(KEYS)) {
            add(responses, "403", "This is for administrators, or the session is used by another page than its own.");
        } else if (!open && !method.equals("GET")) {
            add(responses, "403", "It is another's, or the session is used by another page than its own.");
        }
        add(responses, "400", "A parameter cannot be understood or is none of this operation's; the detail names it.");
        if (operation.getRequestBody() != null) {
            add(responses, "413", "The body is too long.");
            add(responses, "415", "The body is of a type that is not understood here.");
        }
        if (path.equals(FLIPS) || (operation.getRequestBody() != null && !open && !PLAIN.contains(path))) {
            add(
                    responses,
                    "422",
                    "What was sent is well-formed and makes no sense; the problems say where and what to do.");
        }
        if (!open) {
            add(responses, "503", "Something that is needed is away for now.");
        }
    }

    /** What is said of an answer already holds, but that it is a problem may be missing. */
    private static void add(APIResponses responses, String code, String description) {
        APIResponse response = responses.getAPIResponse(code);
        if (response == null) {
            response = OASFactory.createAPIResponse().description(description);
            responses.addAPIResponse(code, response);
        }
        if (response.getContent() == null) {
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        }
    }
}
