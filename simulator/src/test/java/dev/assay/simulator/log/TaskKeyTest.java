package dev.assay.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskKeyTest {

    private static final String RUN = "01jd3x5m8q2v7c9e4k6n0p1r2t";

    @Property
    void a_name_of_the_usual_form_can_be_unpacked(
            @ForAll @IntRange(max = 4_095) int model,
            @ForAll @IntRange int item,
            @ForAll @IntRange(max = 1_048_575) int repeat) {
        // Given
        String task = RUN + "." + model + "." + item + "." + repeat;
        // When
        long key = TaskKey.of(RUN, task);
        // Then
        assertThat(TaskKey.isPacked(key)).isTrue();
        assertThat(TaskKey.name(RUN, key)).isEqualTo(task);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                RUN,
                RUN + ".",
                RUN + ".1.2",
                RUN + ".1.2.",
                RUN + ".1.2.3.4",
                RUN + ".01.2.3",
                RUN + ".1.-2.3",
                RUN + ".4096.0.0",
                RUN + ".0.2147483648.0",
                RUN + ".0.0.1048576",
                RUN + ".0.99999999999.0",
                "other.1.2.3"
            })
    void any_other_name_gets_a_negative_key_that_is_always_the_same(String task) {
        // When
        long key = TaskKey.of(RUN, task);
        // Then
        assertThat(TaskKey.isPacked(key)).isFalse();
        assertThat(TaskKey.of(RUN, task)).isEqualTo(key);
    }
}
