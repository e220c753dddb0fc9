package dev.assay.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path place;

    @BeforeEach
    void rights() throws IOException {
        assumeTrue(Files.getFileStore(place).supportsFileAttributeView("posix"));
    }

    @Test
    void a_new_folder_is_its_owners_and_names_the_process_that_has_it() throws Exception {
        // When
        DataFolder folder = DataFolder.open(place.resolve("new/data"));
        // Then
        assertThat(rights(folder.path())).isEqualTo("rwx------");
        assertThat(Files.readString(folder.path().resolve("assay.lock")).strip())
                .isEqualTo(String.valueOf(ProcessHandle.current().pid()));
    }

    @Test
    void a_folder_of_an_earlier_start_is_closed_to_others_again() throws Exception {
        // Given
        DataFolder.open(place).lockFile().close();
        Files.writeString(place.resolve("assay.out"), "said");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        // When
        DataFolder.open(place);
        // Then
        assertThat(rights(place)).isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_holds_what_is_not_assays_keeps_its_rights_and_what_is_stored_is_the_owners() throws Exception {
        // Given
        Files.writeString(place.resolve("thesis.tex"), "mine");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        // When
        DataFolder folder = DataFolder.open(place);
        // Then
        assertThat(rights(place)).isEqualTo("rwxr-xr-x");
        assertThat(rights(folder.kafka())).isEqualTo("rwx------");
        assertThat(rights(folder.postgres())).isEqualTo("rwx------");
        assertThat(rights(folder.simulator())).isEqualTo("rwx------");
    }

    private static String rights(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
