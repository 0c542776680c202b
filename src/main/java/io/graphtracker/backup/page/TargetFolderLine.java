package io.graphtracker.backup.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.backup.ui.PathCopy;
import io.graphtracker.backup.ui.TargetFolderModel;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;

/** The backups folder: its path, its free space, and what speaks against it. */
class TargetFolderLine extends Div {

    private final transient Texts texts;
    private final Code path = new Code();
    private final Span free = new Span();
    private final Div warnings = new Div();
    private transient TargetFolderModel shown = TargetFolderModel.UNKNOWN;

    TargetFolderLine(Feedback feedback, Texts texts) {
        this.texts = texts;
        addClassName("backups-folder");
        path.setId("backupsPath");
        free.setId("backupsFree");
        free.addClassName("secondary");
        warnings.setId("backupsFolderWarnings");
        Button copy = PathCopy.button(texts.get("backups.folder.copy"), path::getText, feedback, texts);
        copy.setId("copyBackupsPath");
        add(path, copy, free, warnings);
        warnings.setVisible(false);
    }

    void show(TargetFolderModel folder) {
        if (folder.equals(shown)) {
            return;
        }
        shown = folder;
        path.setText(folder.path());
        free.setText(folder.free().isEmpty() ? "" : texts.get("backups.folder.free", folder.free()));
        warnings.removeAll();
        folder.warnings().forEach(warning -> warnings.add(warning(warning)));
        warnings.setVisible(!folder.warnings().isEmpty());
    }

    private static Paragraph warning(String text) {
        Paragraph warning = new Paragraph(VaadinIcon.WARNING.create(), new Span(text));
        warning.addClassName("settings-warning");
        return warning;
    }
}
