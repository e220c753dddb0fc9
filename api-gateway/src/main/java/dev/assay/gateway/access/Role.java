package dev.assay.gateway.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a key may do. */
public enum Role {
    /** See every group, submit for any, and hand out keys. */
    ADMIN,
    /** Submit and see what belongs to one group. */
    MEMBER;

    /** The public form, such as {@code admin}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> ofWord(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
