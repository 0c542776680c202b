package io.graphtracker.backup.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.restore.FormerDatabase;
import io.graphtracker.backup.restore.UndoOffer;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Offers to undo the last restore. */
class UndoBanner extends Div {

    private final transient BackupTexts backupTexts;
    private final transient Texts texts;
    private final Paragraph text = new Paragraph();
    private transient @Nullable UndoOffer offer;

    UndoBanner(Consumer<UndoOffer> undo, BackupTexts backupTexts, Texts texts) {
        this.backupTexts = backupTexts;
        this.texts = texts;
        setId("undoRestore");
        addClassName("undo-banner");
        Button button = new Button(texts.get("backups.undo"), click -> {
            if (offer != null) {
                undo.accept(offer);
            }
        });
        button.setId("btnUndoRestore");
        add(VaadinIcon.TIME_BACKWARD.create(), text, button);
        setVisible(false);
    }

    void show(@Nullable UndoOffer next) {
        offer = next;
        setVisible(next != null);
        if (next != null) {
            text.setText(texts.get(
                    next.former() == null ? "backups.undo.offer" : "backups.undo.offer.kept",
                    backupTexts.time(next.at()),
                    next.restored(),
                    Times.toTheMinute(next.until())));
        }
    }

    /** Whether the undo needs a backup. */
    boolean needs(String name) {
        return offer != null && name.equals(offer.safetyBackup());
    }

    /** Whether the undo needs a former database. */
    boolean needs(FormerDatabase database) {
        return offer != null && offer.former() != null && offer.former().name().equals(database.name());
    }
}
