package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.html.Paragraph;

/** Makes paragraphs with an id. */
final class Paragraphs {

    private Paragraphs() {}

    static Paragraph of(String id, String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.setId(id);
        return paragraph;
    }
}
