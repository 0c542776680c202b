package io.graphtracker.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the schemas what records say in JSpecify's words, which swagger-core does not read: a component is always there,
 * and null only if it is {@code @Nullable}; a nullable one is left out if its record includes no nulls.
 */
@Component
class RecordSchemas implements ModelConverter {

    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        JavaType javaType = Json.mapper().constructType(type.getType());
        if (schema != null && javaType != null && javaType.getRawClass().isRecord()) {
            Schema<?> model = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(nameOf(schema));
            if (model != null && model.getProperties() != null) {
                Set<String> required = new LinkedHashSet<>();
                describe(javaType.getRawClass(), model.getProperties(), required);
                model.setRequired(List.copyOf(required));
            }
        }
        return schema;
    }

    private static String nameOf(Schema<?> reference) {
        return reference.get$ref().substring(reference.get$ref().lastIndexOf('/') + 1);
    }

    private static void describe(Class<?> type, Map<String, Schema> properties, Set<String> required) {
        JsonInclude include = type.getAnnotation(JsonInclude.class);
        boolean withoutNulls = include != null && include.value() == JsonInclude.Include.NON_NULL;
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                describe(component.getType(), properties, required);
                continue;
            }
            String name = nameOf(component);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!nullable || !withoutNulls) {
                required.add(name);
            }
            if (nullable && !withoutNulls) {
                properties.computeIfPresent(name, (same, schema) -> orNull(schema));
            }
        }
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? component.getName() : property.value();
    }

    private static Schema<?> orNull(Schema<?> schema) {
        Schema<?> none = new Schema<>().types(Set.of(NULL));
        if (schema.get$ref() != null) {
            return new Schema<>().anyOf(List.of(schema, none));
        }
        if (schema.getTypes() == null) {
            // has been resolved before
            return schema;
        }
        schema.addType(NULL);
        if (schema.getEnum() != null) {
            schema.addEnumItemObject(null);
        }
        return schema;
    }
}
