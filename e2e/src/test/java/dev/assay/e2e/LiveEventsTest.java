package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveEventsTest {

    private static final int RUNS = 6;
    private static final int VISITS = 5;
    private static final int PAGES = 20;

    @TempDir
    private Path folder;

    @Test
    void pages_that_are_closed_while_they_are_told_something_are_no_faults() throws IOException {
        try (ServerProcess server = ServerProcess.start(folder, "--slots", "4")) {
            // Given
            List<String> runs = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                runs.add(server.submit("{name: live, benchmark: assay-core, models: [sim-50ms], limit: 60}"));
            }

            // When
            for (int visit = 0; visit < VISITS; visit++) {
                List<Socket> pages = new ArrayList<>();
                for (int page = 0; page < PAGES; page++) {
                    pages.add(open(server));
                }
                pages.forEach(LiveEventsTest::closeAtTheNextWord);
            }
            runs.forEach(server::awaitEnd);

            // Then
            assertThat(Files.readString(folder.resolve("out.txt")))
                    .doesNotContain("SSE server handling", "Failed to mark a promise");
            assertThat(runs)
                    .allSatisfy(run ->
                            assertThat(server.run(run).get("state").asText()).isEqualTo("COMPLETE"));
        }
    }

    private static Socket open(ServerProcess server) throws IOException {
        URI address = URI.create(server.url());
        Socket page = new Socket(address.getHost(), address.getPort());
        page.setSoLinger(true, 0);
        page.getOutputStream()
                .write(("GET /api/v1/events HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer "
                                + server.adminKey() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return page;
    }

    /** The last page hears of all runs that change; the others are gone while the server still writes to them. */
    private static void closeAtTheNextWord(Socket page) {
        try (page) {
            assertThat(page.getInputStream().read()).isNotNegative();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
