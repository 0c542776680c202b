package io.graphtracker.backup.retention.ui;

import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.retention.RetentionTexts;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;
import org.springframework.stereotype.Component;

/** Makes the section of each page. */
@Component
public class RetentionSections {

    private final RetentionCommands commands;
    private final RetentionTexts retentionTexts;
    private final BackupTexts backupTexts;
    private final Texts texts;

    RetentionSections(RetentionCommands commands, RetentionTexts retentionTexts, BackupTexts backupTexts, Texts texts) {
        this.commands = commands;
        this.retentionTexts = retentionTexts;
        this.backupTexts = backupTexts;
        this.texts = texts;
    }

    /** The section of a page. */
    public RetentionSection section(Feedback feedback) {
        return new RetentionSection(commands, feedback, retentionTexts, backupTexts, texts);
    }
}
