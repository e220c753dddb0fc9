package dev.assay.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CauseTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        new AccessDeniedException("/srv/a"),
                        "this user may not read or write /srv/a: choose another --data, or change its rights"),
                arguments(
                        new FileAlreadyExistsException("/srv/a"),
                        "/srv/a is there and is not a folder: choose another --data"),
                arguments(
                        new FileSystemException("/srv/a", null, "Read-only file system"),
                        "/srv/a: Read-only file system"),
                arguments(new IOException("the broker does not start"), "the broker does not start"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusal_of_the_disk_is_told_in_words(IOException refusal, String words) {
        // When
        String told = Cause.of(refusal);
        // Then
        assertThat(told).isEqualTo(words);
    }
}
