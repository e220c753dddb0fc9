package dev.assay.gateway.access;

import dev.assay.contracts.id.GroupId;
import dev.assay.gateway.problem.Refusal;

/**
 * Who asks.
 *
 * @param keyId the key that was shown, now or when the session began
 * @param name the key's name, for people
 */
public record Caller(String keyId, String name, Role role, GroupId group) {

    /** What the caller may see. */
    public Scope scope() {
        return switch (role) {
            case ADMIN -> new Scope.AllGroups();
            case MEMBER -> new Scope.OneGroup(group);
        };
    }

    /** @throws Refusal unless the caller is an administrator */
    public void requireAdmin() {
        switch (role) {
            case ADMIN -> {}
            case MEMBER -> throw Refusal.forbidden("this is for administrators' keys only");
        }
    }
}
