package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.project.CriticalPath;
import io.graphtracker.texts.Texts;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows the length of the critical path as long as it is highlighted; the message with the same text disappears. */
class CriticalPathLine extends Paragraph {

    private final Texts texts;

    CriticalPathLine(Texts texts) {
        this.texts = texts;
        setId("criticalPathSum");
        addClassName("critical-path-line");
        show(null);
    }

    /** Shows a path, or none. */
    final void show(@Nullable CriticalPath path) {
        setVisible(path != null);
        setText(path == null ? "" : describe(path, texts));
    }

    /** Its tasks and hours, in words. */
    static String describe(CriticalPath path, Texts texts) {
        return path.taskIds().isEmpty()
                ? texts.get("critical-path.empty")
                : texts.get(
                        "critical-path.shown",
                        path.taskIds().size(),
                        path.hours(),
                        NumberFormat.getNumberInstance(Locale.ENGLISH).format(path.hours()));
    }
}
