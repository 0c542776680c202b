package io.graphtracker.backup.restore.ui;

import io.graphtracker.backup.restore.UndoOffer;

/** What a person wants to come back. */
sealed interface Wish {

    /** The name of the backup that is to be brought back. */
    String backup();

    /** A backup from the folder. */
    record Restore(String backup) implements Wish {}

    /** What the last restore replaced. */
    record Undo(UndoOffer offer) implements Wish {

        @Override
        public String backup() {
            return offer.safetyBackup();
        }
    }
}
