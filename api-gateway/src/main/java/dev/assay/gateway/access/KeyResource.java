package dev.assay.gateway.access;

import dev.assay.contracts.id.GroupId;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Problem;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.web.Body;
import dev.assay.messaging.control.ControlMirror;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Keys, for administrators. */
@Path("/api/v1/keys")
@Tag(name = "Access")
@Produces(MediaType.APPLICATION_JSON)
class KeyResource {

    private static final int LONGEST_NAME = 200;
    private static final GroupId DEFAULT_GROUP = new GroupId("default");

    private final Identities identities;
    private final CurrentCaller current;
    private final ControlMirror registry;

    KeyResource(Identities identities, CurrentCaller current, ControlMirror registry) {
        this.identities = identities;
        this.current = current;
        this.registry = registry;
    }

    /** What a new key is to be. */
    @Schema(name = "KeyRequest")
    record KeyRequest(
            @Schema(examples = "nightly") @Nullable String name,

            @Schema(examples = "vision-lab", description = "By default the group default.") @Nullable
            String group,

            @Schema(
                    enumeration = {"admin", "member"},
                    description = "By default member.")
            @Nullable
            String role) {}

    /** A new key with its secret. */
    @Schema(name = "NewKey")
    record NewKeyView(
            String id,
            String name,
            String group,
            String role,

            @Schema(description = "Shown now and never again.")
            String key) {}

    /** All keys. */
    @Schema(name = "Keys")
    record KeyList(List<KeyView> keys) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a key", description = "For administrators.")
    @RequestBody(content = @Content(schema = @Schema(implementation = KeyRequest.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NewKeyView.class)))
    @APIResponse(
            responseCode = "422",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response create(InputStream body) {
        current.get().requireAdmin();
        KeyRequest request = Body.json(body, KeyRequest.class);
        List<Finding> findings = new ArrayList<>();
        String name = request.name() == null ? "" : request.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            findings.add(Finding.at("name", "must be a text of 1 to " + LONGEST_NAME + " characters", "Name the key."));
        }
        Optional<Role> role = Role.ofWord(request.role() == null ? "member" : request.role());
        if (role.isEmpty()) {
            findings.add(Finding.at("role", "is neither admin nor member", "Write one of the two."));
        }
        Optional<GroupId> group = group(request.group());
        if (group.isEmpty()) {
            findings.add(Finding.at(
                    "group", "there is no such group", "Name one that GET /api/v1/groups lists, or register it."));
        }
        if (!findings.isEmpty()) {
            throw Refusal.invalid(findings);
        }
        Identities.NewKey made = identities.create(name, group.orElseThrow(), role.orElseThrow());
        KeyView view = made.view();
        return Response.status(201)
                .entity(new NewKeyView(
                        view.id(),
                        view.name(),
                        view.group(),
                        view.role(),
                        made.key().text()))
                .build();
    }

    @GET
    @Operation(summary = "List keys", description = "For administrators. Newest first, revoked ones included.")
    public KeyList list() {
        current.get().requireAdmin();
        return new KeyList(identities.list());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revoke a key", description = "For administrators. Its sessions end with it.")
    @APIResponse(responseCode = "204", description = "It is revoked.")
    public void revoke(@PathParam("id") String id) {
        current.get().requireAdmin();
        if (!identities.revoke(id)) {
            throw Refusal.notFound("there is no key with this id");
        }
    }

    private Optional<GroupId> group(@Nullable String name) {
        if (name == null) {
            return Optional.of(DEFAULT_GROUP);
        }
        return registry.groups().stream()
                .map(group -> group.id())
                .filter(id -> id.value().equals(name))
                .findFirst();
    }
}
