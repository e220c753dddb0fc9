package dev.assay.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewaySurroundings.class)
class GatewayTest {

    @TestHTTPResource("/")
    URI address;

    @Test
    void it_lives() {
        Api api = Api.anonymous(address);
        for (String path : new String[] {
            "/api/v1/health", "/api/v1/runs", "/api/v1/nothing", "/q/openapi?format=json", "/", "/api/v1/runs/x/pause"
        }) {
            Api.Answer a = api.get(path);
            System.err.println(path + " -> " + a.status() + " " + a.type() + " "
                    + a.text().substring(0, Math.min(300, a.text().length())));
        }
        Api admin = api.as(GatewaySurroundings.ADMIN_KEY);
        for (String path : new String[] {
            "/api/v1/session",
            "/api/v1/runs",
            "/api/v1/runs/latest",
            "/api/v1/nothing",
            "/api/v1/models",
            "/api/v1/groups",
            "/api/v1/pools",
            "/api/v1/benchmarks",
            "/api/v1/keys",
            "/api/v1/runs?limit=x"
        }) {
            Api.Answer a = admin.get(path);
            System.err.println(path + " -> " + a.status() + " " + a.type() + " "
                    + a.text().substring(0, Math.min(300, a.text().length())));
        }
        assertThat(admin.send("PATCH", "/api/v1/runs", null, null).status()).isEqualTo(405);
    }
}
