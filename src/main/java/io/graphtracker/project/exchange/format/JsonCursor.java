package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanException;
import io.graphtracker.project.exchange.PlanLimits;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON from the beginning to the end, and knows where it is. Every wrong type is a problem with its place. */
final class JsonCursor implements AutoCloseable {

    private final JsonParser parser;

    private JsonCursor(String json, PlanLimits limits) {
        this.parser = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.bytes())
                        .maxNameLength(1_000)
                        .maxNumberLength(100)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .createParser(ObjectReadContext.empty(), json);
    }

    /** Reads a text, with the place of whatever is no JSON. */
    static void read(String text, PlanLimits limits, Consumer<JsonCursor> reading) {
        try (JsonCursor json = new JsonCursor(text, limits)) {
            try {
                reading.accept(json);
            } catch (StreamConstraintsException e) {
                throw new PlanException(
                        place(json.parser.currentLocation()), "import.problem.json-limits", limits.depth());
            } catch (JacksonException e) {
                throw new PlanException(place(e.getLocation()), "import.problem.json");
            }
        }
    }

    private static Place place(@Nullable TokenStreamLocation location) {
        return location == null ? Place.NONE : Place.at(location.getLineNr(), location.getColumnNr());
    }

    /** Where the current value begins. */
    Place place() {
        return place(parser.currentTokenLocation());
    }

    void next() {
        parser.nextToken();
    }

    /** Reads an object; the reader of a member must read its value. */
    void object(String what, Consumer<String> member) {
        require(JsonToken.START_OBJECT, what);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member.accept(name);
        }
    }

    /** Reads an array; the reader of an element must read its value. */
    void array(String what, Runnable element) {
        require(JsonToken.START_ARRAY, what);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    String text(String what) {
        require(JsonToken.VALUE_STRING, what);
        return parser.getString();
    }

    @Nullable
    String textOrNull(String what) {
        return isNull() ? null : text(what);
    }

    double number(String what) {
        if (!parser.currentToken().isNumeric()) {
            throw wrong(what);
        }
        return parser.getDoubleValue();
    }

    @Nullable
    Double numberOrNull(String what) {
        return isNull() ? null : Double.valueOf(number(what));
    }

    boolean flag(String what) {
        if (!parser.currentToken().isBoolean()) {
            throw wrong(what);
        }
        return parser.getBooleanValue();
    }

    void skip() {
        parser.skipChildren();
    }

    /** Requires that nothing follows. */
    void end() {
        if (parser.nextToken() != null) {
            throw new PlanException(place(), "import.problem.json-trailing");
        }
    }

    private boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    private void require(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw wrong(what);
        }
    }

    private PlanException wrong(String what) {
        return new PlanException(place(), "import.problem.json-type", what);
    }

    @Override
    public void close() {
        parser.close();
    }
}
