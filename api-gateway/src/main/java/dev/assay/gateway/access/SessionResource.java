package dev.assay.gateway.access;

import dev.assay.gateway.problem.Problem;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.web.Body;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sessions of the page: a cookie that scripts cannot read, in exchange for a key. */
@Path("/api/v1/session")
@Tag(name = "Access")
@Produces(MediaType.APPLICATION_JSON)
class SessionResource {

    private final Identities identities;
    private final CurrentCaller current;

    SessionResource(Identities identities, CurrentCaller current) {
        this.identities = identities;
        this.current = current;
    }

    /** What begins a session. */
    @Schema(name = "SignIn")
    record SignIn(
            @Schema(examples = "ask_7k2m9q4x1c_0123456789abcdef0123456789abcdef0123456789abcdef0123") @Nullable
            String key) {}

    /** Who is signed in. */
    @Schema(name = "Identity")
    record Identity(
            @Schema(examples = "configured admin key") String name,

            @Schema(enumeration = {"admin", "member"}) String role,

            @Schema(examples = "default") String group) {

        static Identity of(Caller caller) {
            return new Identity(
                    caller.name(), caller.role().word(), caller.group().value());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in", description = "Sets an HttpOnly cookie that is good for 12 hours.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SignIn.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Identity.class)))
    @APIResponse(
            responseCode = "401",
            description = "The key is unknown or was revoked.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response begin(InputStream body, @Context UriInfo uri) {
        String key = Body.json(body, SignIn.class).key();
        Caller caller = (key == null ? Optional.<Caller>empty() : identities.byKey(key.strip()))
                .orElseThrow(() -> Refusal.unknownCaller("the key is unknown or was revoked"));
        return Response.ok(Identity.of(caller))
                .cookie(cookie(identities.beginSession(caller), (int) Identities.SESSION.toSeconds(), uri))
                .build();
    }

    @GET
    @Operation(summary = "Who is signed in")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Identity.class)))
    public Identity who() {
        return Identity.of(current.get());
    }

    @DELETE
    @Operation(summary = "Sign out")
    @APIResponse(responseCode = "204", description = "The session is over.")
    public Response end(@CookieParam(AccessFilter.COOKIE) @Nullable String token, @Context UriInfo uri) {
        if (token != null) {
            identities.endSession(token);
        }
        return Response.noContent().cookie(cookie("", 0, uri)).build();
    }

    private static NewCookie cookie(String token, int maxAge, UriInfo uri) {
        return new NewCookie.Builder(AccessFilter.COOKIE)
                .value(token)
                .path("/api/v1")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure("https".equals(uri.getBaseUri().getScheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
