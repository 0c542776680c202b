package io.graphtracker.backup.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.graphtracker.backup.ui.PathCopy;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;
import java.nio.file.Path;

/** The path of the backups folder. Its space is reserved while the path is unknown. */
class TargetFolderLine extends Div {

    private final Code path = new Code();
    private final Button copy;

    TargetFolderLine(Feedback feedback, Texts texts) {
        addClassName("backups-folder");
        path.setId("backupsPath");
        copy = PathCopy.button(texts.get("backups.folder.copy"), path::getText, feedback, texts);
        copy.setId("copyBackupsPath");
        Span label = new Span(texts.get("backups.folder"));
        label.addClassName("secondary");
        add(label, path, copy);
        copy.setVisible(false);
    }

    void show(Path folder) {
        path.setText(folder.toString());
        copy.setVisible(true);
    }
}
