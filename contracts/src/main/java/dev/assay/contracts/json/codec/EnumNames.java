package dev.assay.contracts.json.codec;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The constants of an enum by the names under which they are written. */
final class EnumNames<E extends Enum<E>> {

    private final Class<E> type;
    private final Map<String, E> constants = new HashMap<>();

    EnumNames(Class<E> type) {
        this.type = type;
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.name(), constant);
        }
    }

    Class<E> type() {
        return type;
    }

    @Nullable
    E find(String name) {
        return constants.get(name);
    }
}
