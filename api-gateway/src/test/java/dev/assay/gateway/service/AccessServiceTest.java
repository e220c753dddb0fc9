package dev.assay.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what, for every endpoint that the OpenAPI document names. */
@QuarkusTest
@QuarkusTestResource(GatewaySurroundings.class)
class AccessServiceTest {

    private static final Set<String> OPEN = Set.of("get /api/v1/health", "post /api/v1/session");
    private static final String SPEC = "benchmark: assay-smoke\nmodels: [sim-small]\nlimit: 2\n";

    @TestHTTPResource("/")
    URI address;

    @Inject
    Platform platform;

    private Api nobody;
    private Api admin;

    @BeforeEach
    void prices() {
        platform.pricesAreThere();
        nobody = Api.anonymous(address);
        admin = nobody.as(GatewaySurroundings.ADMIN_KEY);
    }

    private record Endpoint(String method, String path) {

        String at(String run) {
            return path.replace("{sample}", "0.0.0").replace("{vote}", "1").replace("{id}", run);
        }
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        JsonNode paths = nobody.get("/q/openapi?format=json").json().at("/paths");
        paths.fields()
                .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!OPEN.contains(method + " " + path.getKey())) {
                        endpoints.add(new Endpoint(method.toUpperCase(Locale.ROOT), path.getKey()));
                    }
                }));
        assertThat(endpoints).hasSizeGreaterThan(20);
        return endpoints;
    }

    private String key(String group, String role) {
        Api.Answer made = admin.postJson(
                "/api/v1/keys", "{\"name\": \"test\", \"group\": \"%s\", \"role\": \"%s\"}".formatted(group, role));
        assertThat(made.status()).isEqualTo(201);
        return made.at("/key");
    }

    private static Api.Answer call(Api api, Endpoint endpoint, String run) {
        boolean body = endpoint.method().equals("POST");
        return api.send(endpoint.method(), endpoint.at(run), body ? "application/json" : null, body ? "{}" : null);
    }

    @Test
    void every_endpoint_answers_401_without_a_key_and_with_a_wrong_one() {
        // Given
        List<Endpoint> endpoints = endpoints();
        String wrongSecret = GatewaySurroundings.ADMIN_KEY.replace("0123", "3210");

        // When / Then
        for (Endpoint endpoint : endpoints) {
            for (Api api : List.of(
                    nobody,
                    nobody.as("nonsense"),
                    nobody.as(wrongSecret),
                    nobody.with("Cookie", "assay_session=nonsense"),
                    nobody.with("Authorization", "Basic abc"))) {
                Api.Answer answer = call(api, endpoint, "latest");
                assertThat(answer.status())
                        .as("%s %s", endpoint.method(), endpoint.path())
                        .isEqualTo(401);
                assertThat(answer.type()).startsWith("application/problem+json");
            }
        }
    }

    @Test
    void every_endpoint_of_a_run_answers_404_to_another_group() {
        // Given
        Api vision = nobody.as(key("vision-lab", "member"));
        Api nlp = nobody.as(key("nlp-lab", "member"));
        String run = vision.post("/api/v1/runs", "text/yaml", SPEC).at("/id");
        List<Endpoint> ofRuns = endpoints().stream()
                .filter(endpoint -> endpoint.path().startsWith("/api/v1/runs/{id}"))
                .toList();

        // When / Then
        assertThat(ofRuns).hasSizeGreaterThan(10);
        for (Endpoint endpoint : ofRuns) {
            String body = endpoint.path().endsWith("rescore") ? "{\"metrics\": [\"contains\"]}" : "{}";
            Api.Answer answer = nlp.send(
                    endpoint.method(),
                    endpoint.at(run),
                    endpoint.method().equals("POST") ? "application/json" : null,
                    endpoint.method().equals("POST") ? body : null);
            assertThat(answer.status())
                    .as("%s %s", endpoint.method(), endpoint.path())
                    .isEqualTo(404);
        }
        assertThat(nlp.get("/api/v1/runs").text()).doesNotContain(run);
        assertThat(nlp.get("/api/v1/runs?group=vision-lab").json().at("/runs")).isEmpty();
        assertThat(nlp.get("/api/v1/runs/latest").text()).doesNotContain(run);
        assertThat(nlp.get("/api/v1/groups").json().at("/groups").findValuesAsText("name"))
                .containsExactly("nlp-lab");
        assertThat(vision.get("/api/v1/runs/" + run).status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/runs/" + run).status()).isEqualTo(200);
    }

    @Test
    void a_member_submits_for_its_own_group_only_and_an_administrator_for_any() {
        // Given
        Api vision = nobody.as(key("vision-lab", "member"));

        // When
        Api.Answer own = vision.post("/api/v1/runs", "text/yaml", SPEC + "group: vision-lab\n");
        Api.Answer other = vision.post("/api/v1/runs", "text/yaml", SPEC + "group: nlp-lab\n");
        Api.Answer none = vision.post("/api/v1/runs", "text/yaml", SPEC + "group: nobody\n");
        Api.Answer any = admin.post("/api/v1/runs", "text/yaml", SPEC + "group: nlp-lab\n");
        Api.Answer unknown = admin.post("/api/v1/runs", "text/yaml", SPEC + "group: vision-lap\n");

        // Then
        assertThat(own.at("/group")).isEqualTo("vision-lab");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/problems/0/path")).isEqualTo("group");
        assertThat(none.at("/problems/0/message")).isEqualTo(other.at("/problems/0/message"));
        assertThat(any.at("/group")).isEqualTo("nlp-lab");
        assertThat(unknown.at("/problems/0/remedy")).contains("Did you mean 'vision-lab'?");
    }

    @Test
    void a_dataset_of_another_group_is_not_there() {
        // Given
        Api vision = nobody.as(key("vision-lab", "member"));
        Api nlp = nobody.as(key("nlp-lab", "member"));
        String hash = vision.post(
                        "/api/v1/datasets?format=jsonl",
                        "application/octet-stream",
                        "{\"q\": \"secret\", \"a\": \"1\"}")
                .at("/dataset");
        String spec = """
                benchmark: {name: b, dataset: {hash: "%s"}, prompt: "{{ q }}", target: a}
                models: [sim-small]
                """.formatted(hash);

        // When
        Api.Answer own = vision.post("/api/v1/runs", "text/yaml", spec);
        Api.Answer other = nlp.post("/api/v1/runs", "text/yaml", spec);

        // Then
        assertThat(own.status()).isEqualTo(202);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/problems/0/path")).isEqualTo("benchmark.dataset.hash");
        assertThat(other.at("/problems/0/message")).isEqualTo("there is no dataset with this hash");
    }

    @Test
    void keys_are_for_administrators_shown_once_and_can_be_revoked() {
        // Given
        String secret = key("vision-lab", "member");
        Api vision = nobody.as(secret);
        String id = secret.split("_")[1];

        // When
        int listed = vision.get("/api/v1/keys").status();
        int made = vision.postJson("/api/v1/keys", "{\"name\": \"mine\"}").status();
        int revokedByMember = vision.delete("/api/v1/keys/" + id).status();
        String list = admin.get("/api/v1/keys").text();
        int before = vision.get("/api/v1/runs").status();
        int revoked = admin.delete("/api/v1/keys/" + id).status();
        int after = vision.get("/api/v1/runs").status();

        // Then
        assertThat(List.of(listed, made, revokedByMember)).containsOnly(403);
        assertThat(list).contains(id).doesNotContain(secret.split("_")[2]);
        assertThat(before).isEqualTo(200);
        assertThat(revoked).isEqualTo(204);
        assertThat(after).isEqualTo(401);
        assertThat(admin.delete("/api/v1/keys/nobody").status()).isEqualTo(404);
    }

    @Test
    void a_wrong_key_request_says_everything_that_is_wrong() {
        // When
        Api.Answer answer =
                admin.postJson("/api/v1/keys", "{\"name\": \" \", \"group\": \"nobody\", \"role\": \"root\"}");

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/problems").findValuesAsText("path")).containsExactly("name", "role", "group");
    }

    @Test
    void a_session_is_a_cookie_that_scripts_and_other_sites_cannot_use() {
        // Given
        String secret = key("vision-lab", "member");
        Api.Answer begun = nobody.postJson("/api/v1/session", "{\"key\": \"" + secret + "\"}");
        String cookie = begun.response().headers().firstValue("Set-Cookie").orElseThrow();
        Api page = nobody.with("Cookie", cookie.split(";")[0]);
        String origin = address.getScheme() + "://" + address.getAuthority();

        // When
        String who = page.get("/api/v1/session").text();
        int own = page.with("Origin", origin)
                .post("/api/v1/runs?dryRun", "text/yaml", SPEC)
                .status();
        int foreign = page.with("Origin", "https://evil.example")
                .post("/api/v1/runs?dryRun", "text/yaml", SPEC)
                .status();
        int crossSite = page.with("Sec-Fetch-Site", "cross-site")
                .post("/api/v1/runs?dryRun", "text/yaml", SPEC)
                .status();
        int form = page.post("/api/v1/runs?dryRun", "text/plain", SPEC).status();
        int ended = page.delete("/api/v1/session").status();
        int after = page.get("/api/v1/session").status();

        // Then
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Max-Age=43200");
        assertThat(who).isEqualTo("{\"name\":\"test\",\"role\":\"member\",\"group\":\"vision-lab\"}");
        assertThat(List.of(own, foreign, crossSite, form)).containsExactly(200, 403, 403, 415);
        assertThat(ended).isEqualTo(204);
        assertThat(after).isEqualTo(401);
    }

    @Test
    void a_session_needs_a_good_key_and_ends_with_it() {
        // Given
        String secret = key("vision-lab", "member");
        Api.Answer begun = nobody.postJson("/api/v1/session", "{\"key\": \"" + secret + "\"}");
        Api page = nobody.with(
                "Cookie",
                begun.response()
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow()
                        .split(";")[0]);

        // When
        int wrong = nobody.postJson("/api/v1/session", "{\"key\": \"ask_nobody_0123456789abcdef\"}")
                .status();
        int none = nobody.postJson("/api/v1/session", "{}").status();
        admin.delete("/api/v1/keys/" + secret.split("_")[1]);
        int afterRevocation = page.get("/api/v1/session").status();

        // Then
        assertThat(wrong).isEqualTo(401);
        assertThat(none).isEqualTo(401);
        assertThat(afterRevocation).isEqualTo(401);
    }
}
