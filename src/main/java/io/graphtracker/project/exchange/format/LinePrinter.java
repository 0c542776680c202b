package io.graphtracker.project.exchange.format;

import java.io.Serial;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.MinimalPrettyPrinter;

/** Puts each member of the document, and each value of the arrays in it, on a line of its own. */
final class LinePrinter extends MinimalPrettyPrinter {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int DOCUMENT = 1;
    private static final int ARRAY_IN_DOCUMENT = 2;
    private static final char LINE_BREAK = '\n';

    /** What makes a generator use this. */
    static ObjectWriteContext context() {
        return new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return new LinePrinter();
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        breakLine(json, DOCUMENT);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        super.writeObjectEntrySeparator(json);
        breakLine(json, DOCUMENT);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        breakLine(json, DOCUMENT);
        super.writeEndObject(json, entries);
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        breakLine(json, ARRAY_IN_DOCUMENT);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        super.writeArrayValueSeparator(json);
        breakLine(json, ARRAY_IN_DOCUMENT);
    }

    private static void breakLine(JsonGenerator json, int depth) {
        if (json.streamWriteContext().getNestingDepth() == depth) {
            json.writeRaw(LINE_BREAK);
        }
    }
}
