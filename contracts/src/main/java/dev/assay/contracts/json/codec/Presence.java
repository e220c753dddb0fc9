package dev.assay.contracts.json.codec;

import java.lang.reflect.AnnotatedType;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What reading makes of a component of a record that is absent or null. */
public enum Presence {
    /** It cannot be read. */
    REQUIRED,
    /** An empty list or map. */
    EMPTY_IF_ABSENT,
    /** Null. */
    OPTIONAL;

    /** Of a component that is declared with this type in a package where nothing else is null. */
    public static Presence of(AnnotatedType declared, Class<?> raw) {
        if (declared.isAnnotationPresent(Nullable.class)) {
            return OPTIONAL;
        }
        boolean container = Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw);
        return container ? EMPTY_IF_ABSENT : REQUIRED;
    }
}
