package io.graphtracker.backup.ui;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.feedback.Message;
import io.graphtracker.feedback.Message.Kind;
import org.springframework.stereotype.Component;

/** Messages about backups, and their urgency. */
@Component
public class BackupMessages {

    private final BackupTexts texts;

    BackupMessages(BackupTexts texts) {
        this.texts = texts;
    }

    /** A backup was made. If it cannot be restored, the message is a warning, since the database has to be repaired. */
    public Message done(Backup backup) {
        return backup.manifest().isRestorable()
                ? Message.success(texts.message(backup), texts.hint(backup))
                : Message.warning(texts.message(backup), texts.hint(backup));
    }

    /** Something was not done. */
    public Message of(BackupException reason) {
        return new Message(kind(reason.problem().category()), texts.message(reason), texts.hint(reason));
    }

    private static Kind kind(BackupProblem.Category category) {
        return switch (category) {
            case CONFIGURATION, NOT_FOUND, REFUSED -> Kind.WARNING;
            case UNSUPPORTED, UNUSABLE, TOO_LARGE, FAILURE -> Kind.ERROR;
            case RUNNING, NOT_RUNNING, CANCELLED, TOO_OFTEN -> Kind.INFORMATION;
        };
    }
}
