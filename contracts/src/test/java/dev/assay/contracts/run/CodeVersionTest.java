package dev.assay.contracts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CodeVersionTest {

    @Test
    void it_is_the_version_of_the_build() throws IOException {
        // When
        String pom = Files.readString(Path.of("pom.xml"));

        // Then
        assertThat(pom).containsPattern("<version>" + Manifest.CODE_VERSION + "(-SNAPSHOT)?</version>\\s*</parent>");
    }
}
