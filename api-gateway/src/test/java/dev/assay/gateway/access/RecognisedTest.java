package dev.assay.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.GroupId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecognisedTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Caller CALLER = new Caller("abcd", "nightly", Role.MEMBER, new GroupId("vision-lab"));

    @Test
    void a_caller_is_remembered_for_a_few_seconds() {
        // Given
        Recognised recognised = new Recognised();
        recognised.remember("hash", CALLER, NOW);

        // When
        var soon = recognised.find("hash", NOW.plusSeconds(4));
        var later = recognised.find("hash", NOW.plusSeconds(5));

        // Then
        assertThat(soon).contains(CALLER);
        assertThat(later).isEmpty();
    }

    @Test
    void a_revoked_key_is_forgotten_at_once_with_all_its_sessions() {
        // Given
        Recognised recognised = new Recognised();
        recognised.remember("key", CALLER, NOW);
        recognised.remember("session", CALLER, NOW);

        // When
        recognised.forgetKey("abcd");

        // Then
        assertThat(recognised.find("key", NOW)).isEmpty();
        assertThat(recognised.find("session", NOW)).isEmpty();
    }

    @Test
    void a_member_sees_its_group_and_an_administrator_every_group() {
        // Given
        Caller admin = new Caller("efgh", "root", Role.ADMIN, new GroupId("default"));

        // When
        Scope member = CALLER.scope();
        Scope all = admin.scope();

        // Then
        assertThat(member.sees(new GroupId("vision-lab"))).isTrue();
        assertThat(member.sees(new GroupId("nlp-lab"))).isFalse();
        assertThat(member.groupOrNull()).isEqualTo("vision-lab");
        assertThat(all.sees(new GroupId("nlp-lab"))).isTrue();
        assertThat(all.groupOrNull()).isNull();
    }
}
