package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanException;
import io.graphtracker.project.exchange.PlanFile;
import io.graphtracker.project.exchange.PlanLimits;
import java.io.ByteArrayInputStream;
import java.util.Objects;
import java.util.function.Consumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML from the beginning to the end, element by element, and knows where it is. A document type is refused: it
 * could name other files, or grow without end.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html">OWASP:
 *     XML external entity prevention</a>
 */
final class XmlCursor {

    private final XMLStreamReader reader;
    private final PlanLimits limits;
    private int depth;

    private XmlCursor(XMLStreamReader reader, PlanLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /** Reads a file: the action begins at its root element. */
    static void read(PlanFile file, PlanLimits limits, Consumer<XmlCursor> action) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // counted here, with a better message
        factory.setProperty("jdk.xml.maxElementDepth", 0);
        try {
            XmlCursor cursor =
                    new XmlCursor(factory.createXMLStreamReader(new ByteArrayInputStream(file.bytes())), limits);
            cursor.toRoot();
            action.accept(cursor);
            cursor.toEnd();
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    private static PlanException damaged(XMLStreamException e) {
        Location at = e.getLocation();
        return new PlanException(
                at == null ? Place.NONE : Place.at(at.getLineNumber(), at.getColumnNumber()), "import.problem.xml");
    }

    private void toRoot() {
        while (step() != XMLStreamConstants.START_ELEMENT) {
            // comments and the like
        }
    }

    private void toEnd() {
        while (step() != XMLStreamConstants.END_DOCUMENT) {
            // only comments can follow the root
        }
    }

    private int step() {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new PlanException(place(), "import.problem.xml-dtd");
            }
            if (event == XMLStreamConstants.START_ELEMENT && ++depth > limits.depth()) {
                throw new PlanException(place(), "import.problem.too-deep", limits.depth());
            }
            depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            return event;
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    Place place() {
        return Place.line(reader.getLocation().getLineNumber());
    }

    /** The name of the current element without a prefix. */
    String name() {
        return reader.getLocalName();
    }

    /** An attribute of the current element; empty if it has none. */
    String attribute(String name) {
        return Objects.requireNonNullElse(reader.getAttributeValue(null, name), "");
    }

    /** The same as a number; null if there is none. */
    @Nullable
    Double number(String name) {
        return Numbers.find(attribute(name));
    }

    /** Goes through the elements in the current one; what the action does not read is skipped. */
    void children(Consumer<String> action) {
        int inside = depth + 1;
        while (true) {
            int event = step();
            if (event == XMLStreamConstants.END_ELEMENT && depth < inside) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                action.accept(name());
                finish(inside);
            }
        }
    }

    /** The text in the current element, without that of the elements in it. */
    String text() {
        int inside = depth;
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = step();
            if (event == XMLStreamConstants.END_ELEMENT && depth < inside) {
                return text.toString();
            }
            if (depth == inside && reader.hasText() && event != XMLStreamConstants.COMMENT) {
                text.append(reader.getText());
            }
        }
    }

    /** Goes to the end of the element of a depth, if it is not there yet. */
    private void finish(int elementDepth) {
        while (depth >= elementDepth) {
            step();
        }
    }
}
