package dev.assay.contracts.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import dev.assay.contracts.json.codec.Presence;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Makes reading keep what the records promise: a component that is not {@code @Nullable} has to be there, and a list or
 * map that is absent is empty. Without it an event that lacks its ids would be read with nulls, and fail its consumer
 * again and again instead of becoming a dead letter.
 */
final class PresenceByNullness extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return presenceOf(member) == Presence.REQUIRED ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return switch (presenceOf(annotated)) {
            case REQUIRED -> JsonSetter.Value.forValueNulls(Nulls.FAIL);
            case EMPTY_IF_ABSENT -> JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
            case OPTIONAL -> JsonSetter.Value.empty();
        };
    }

    private static Presence presenceOf(Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter)
                || !isNullMarkedRecord(parameter.getDeclaringClass())) {
            return Presence.OPTIONAL;
        }
        Executable constructor = (Executable) parameter.getOwner().getAnnotated();
        AnnotatedType type = constructor.getAnnotatedParameterTypes()[parameter.getIndex()];
        return Presence.of(type, parameter.getRawType());
    }

    private static boolean isNullMarkedRecord(Class<?> type) {
        return type.isRecord() && type.getPackage().isAnnotationPresent(NullMarked.class);
    }
}
