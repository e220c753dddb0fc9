package dev.assay.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SecretHashTest {

    @Test
    void a_hash_is_the_hmac_of_the_secret_under_the_pepper() {
        // Given: the second test case of RFC 4231.
        SecretHash hashes = new SecretHash("Jefe");

        // When
        byte[] hash = hashes.of("what do ya want for nothing?");

        // Then
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void only_the_same_secret_under_the_same_pepper_matches() {
        // Given
        SecretHash hashes = new SecretHash("a pepper for tests");
        byte[] hash = hashes.of("secret");

        // When
        boolean same = hashes.matches("secret", hash);
        boolean otherSecret = hashes.matches("secret2", hash);
        boolean otherPepper = new SecretHash("another pepper").matches("secret", hash);

        // Then
        assertThat(same).isTrue();
        assertThat(otherSecret).isFalse();
        assertThat(otherPepper).isFalse();
    }
}
