package io.graphtracker.backup.catalog;

import java.time.Instant;
import java.util.List;

/** What is known of a file in the backups folder. */
public sealed interface VerificationState {

    /** The code outside, for example {@code proven}. */
    String code();

    /** It passed all checks, when it was made or later, and as far as can be told without reading it, it was not changed since. */
    record Proven(Instant at) implements VerificationState {

        @Override
        public String code() {
            return "proven";
        }
    }

    /** It looks like a backup, and nobody has checked it yet, or it was changed, copied or moved here since. */
    record Unchecked() implements VerificationState {

        @Override
        public String code() {
            return "unchecked";
        }
    }

    /**
     * It was a backup once, or was to be one.
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
     * It is undamaged, and could not be restored all the same.
     *
     * @param reason the kind of {@link io.graphtracker.backup.BackupProblem#BACKUP_UNUSABLE}
     * @param details what its sentence names
     */
    record NotRestorable(String reason, List<String> details) implements VerificationState {

        @Override
        public String code() {
            return "not_restorable";
        }
    }

    /**
     * It is something else, and not ours to touch.
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
