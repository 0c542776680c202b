package io.graphtracker.backup.page;

import com.vaadin.flow.dom.Element;

/** The actions of a row. */
interface RowCommands {

    void restore(BackupRowModel backup);

    void verify(BackupRowModel backup);

    /** Cancels the check that {@link #verify} started, on whichever page. */
    void cancelCheck(BackupRowModel backup);

    void setProtected(BackupRowModel backup, boolean wanted);

    /** Deletes it after confirmation, or shows why it cannot be deleted. */
    void delete(BackupRowModel backup);

    /** Copies its path to the clipboard. */
    void copyPath(BackupRowModel backup, Element clicked);

    /** Shows that it cannot be changed while it is being checked. */
    void sayChecking(BackupRowModel backup);
}
