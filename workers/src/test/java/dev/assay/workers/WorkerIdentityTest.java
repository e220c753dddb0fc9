package dev.assay.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.WorkerId;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerIdentityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node-7.rack.local",
                "HÔTE_1",
                "---",
                "",
                "x",
                "a-very-long-host-name-that-never-ends-and-never-ends-ok"
            })
    void any_host_name_gives_a_valid_id(String host) {
        WorkerId id = new WorkerId(WorkerIdentity.fromHost(host, new Random(1)));

        assertThat(id.value()).matches(".*-[0-9a-f]{4}");
    }
}
