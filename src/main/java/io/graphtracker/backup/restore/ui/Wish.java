package io.graphtracker.backup.restore.ui;

import io.graphtracker.backup.restore.FormerDatabase;
import io.graphtracker.backup.restore.UndoOffer;

/** What a person wants to have restored. */
sealed interface Wish {

    /** A backup from the folder, by its name. */
    record Restore(String backup) implements Wish {}

    /** A former database that was kept as files. */
    record Kept(FormerDatabase database) implements Wish {}

    /** What the last restore replaced. */
    record Undo(UndoOffer offer) implements Wish {}
}
