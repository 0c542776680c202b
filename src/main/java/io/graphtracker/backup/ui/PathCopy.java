package io.graphtracker.backup.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import io.graphtracker.actions.IconButton;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.texts.Texts;
import java.util.function.Supplier;

/** Copies paths to the clipboard of the browser, and shows whether that worked. */
public final class PathCopy {

    private static final String SUBJECT = "copy";

    private PathCopy() {}

    /**
     * A button that copies the path beside it.
     *
     * @param name its accessible name
     */
    public static Button button(String name, Supplier<String> path, Feedback feedback, Texts texts) {
        IconButton copy = new IconButton(VaadinIcon.COPY_O, name, () -> {});
        copy.addClickListener(click ->
                copy(copy.getElement(), path.get(), texts.get("backup.copy-path.failed.hint"), feedback, texts));
        return copy;
    }

    /**
     * Copies a path; to be called in a click listener, or the browser refuses.
     *
     * @param onPage the element that was clicked
     * @param otherwise what to do if the browser does not allow it
     */
    public static void copy(Element onPage, String path, String otherwise, Feedback feedback, Texts texts) {
        // a page over plain HTTP from another machine has no clipboard at all
        onPage.executeJs(
                        "return navigator.clipboard"
                                + " ? navigator.clipboard.writeText($0).then(() => true, () => false) : false",
                        path)
                .then(
                        Boolean.class,
                        copied -> feedback.show(
                                Boolean.TRUE.equals(copied)
                                        ? Message.success(texts.get("backup.copy-path.done"), "")
                                                .about(SUBJECT)
                                        : Message.warning(texts.get("backup.copy-path.failed"), otherwise)
                                                .about(SUBJECT)));
    }
}
