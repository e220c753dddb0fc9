package dev.assay.workers.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContactTest {

    private final Contact contact = new Contact();

    @Test
    void only_the_first_failure_is_a_loss() {
        // When
        boolean first = contact.failed(seconds(1));
        // Then
        assertThat(first).isTrue();
        assertThat(contact.failed(seconds(2))).isFalse();
    }

    @Test
    void what_was_sent_after_the_failures_and_is_acknowledged_says_that_it_is_back_once() {
        // Given
        contact.failed(seconds(10));
        contact.failed(seconds(20));
        // When
        boolean back = contact.acknowledged(seconds(22));
        // Then
        assertThat(back).isTrue();
        assertThat(contact.acknowledged(seconds(23))).isFalse();
        assertThat(contact.failed(seconds(30))).as("a loss of its own").isTrue();
    }

    @Test
    void what_was_sent_before_or_amid_failures_says_nothing() {
        // Given
        contact.failed(seconds(10));
        // When
        boolean back = contact.acknowledged(seconds(9));
        // Then
        assertThat(back).isFalse();
        assertThat(contact.acknowledged(seconds(11))).isFalse();
        assertThat(contact.failed(seconds(12))).isFalse();
    }

    @Test
    void nothing_is_back_that_was_not_lost() {
        // When
        boolean back = contact.acknowledged(seconds(100));
        // Then
        assertThat(back).isFalse();
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
