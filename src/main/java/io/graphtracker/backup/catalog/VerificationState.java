package io.graphtracker.backup.catalog;

import java.time.Instant;
import java.util.List;

/** The state of a file in the backups folder. */
public sealed interface VerificationState {

    /** The code over HTTP and in texts, for example {@code proven}. */
    String code();

    /** It passed all checks when it was made or later, and its time, size and inode have not changed since. */
    record Proven(Instant at) implements VerificationState {

        @Override
        public String code() {
            return "proven";
        }
    }

    /** It looks like a backup, and was not verified yet, or was changed, copied or moved here since. */
    record Unchecked() implements VerificationState {

        @Override
        public String code() {
            return "unchecked";
        }
    }

    /**
     * A backup that is damaged, or cannot be read.
     *
     * @param reason the kind of {@link io.graphtracker.backup.BackupProblem#BACKUP_UNUSABLE}
     */
    record Broken(String reason) implements VerificationState {

        /** The reason of a file that the application may not read, which says nothing of its content. */
        static final String UNREADABLE = "unreadable";

        @Override
        public String code() {
            return "broken";
        }
    }

    /**
     * It is undamaged, but cannot be restored.
     *
     * @param reason the kind of {@link io.graphtracker.backup.BackupProblem#BACKUP_UNUSABLE}
     * @param details arguments of its sentence, for example the name of a view
     */
    record NotRestorable(String reason, List<String> details) implements VerificationState {

        @Override
        public String code() {
            return "not_restorable";
        }
    }

    /**
     * It is not a backup of this application, and is never changed.
     *
     * @param reason the kind of {@link io.graphtracker.backup.BackupProblem#BACKUP_UNUSABLE}
     */
    record Foreign(String reason) implements VerificationState {

        @Override
        public String code() {
            return "foreign";
        }
    }
}
