package dev.assay.benchmarks.template;

import org.jspecify.annotations.Nullable;

/**
 * What a name stands for that nothing defines. It may be asked whether it is defined, and it may be given a default;
 * every other use is a fault that names it.
 *
 * @param name as the template has it
 * @param owner what was looked at: {@code ""} for the item itself, else a description such as {@code "a list"}
 */
record Undefined(String name, String owner) {

    ExpressionFault fault() {
        return owner.isEmpty()
                ? new ExpressionFault(name, "there is no field '" + name + "'", "correct the name")
                : new ExpressionFault(
                        owner + " has no '" + name + "'", "correct the name or guard it with 'is defined'");
    }

    /** The value itself if it is defined. */
    static @Nullable Object check(@Nullable Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.fault();
        }
        return value;
    }

    /** Whoever prints it by mistake gets the fault. */
    @Override
    public String toString() {
        throw fault();
    }
}
