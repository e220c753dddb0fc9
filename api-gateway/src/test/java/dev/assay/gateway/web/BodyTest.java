package dev.assay.gateway.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.gateway.problem.Refusal;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class BodyTest {

    record Wanted(String name) {}

    @Test
    void bytes_that_look_like_an_encoding_and_are_none_are_refused() {
        // Given
        byte[] brokenUtf32 = {0, 0, 0, '{', -1, -1, -1, -1};

        // When
        var refused = assertThatThrownBy(() -> Body.json(new ByteArrayInputStream(brokenUtf32), Wanted.class));

        // Then
        refused.isInstanceOf(Refusal.class);
    }
}
