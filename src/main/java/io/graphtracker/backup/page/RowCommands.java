package io.graphtracker.backup.page;

import com.vaadin.flow.dom.Element;

/** What a row of the list lets a person do with its backup. */
interface RowCommands {

    void restore(BackupRowModel backup);

    void verify(BackupRowModel backup);

    /** Stops the check that {@link #verify} began, on whichever page. */
    void cancelCheck(BackupRowModel backup);

    void setProtected(BackupRowModel backup, boolean wanted);

    /** Asks first; says why if it stays. */
    void delete(BackupRowModel backup);

    /** Copies its path to the clipboard. */
    void copyPath(BackupRowModel backup, Element clicked);

    /** Says that it cannot be changed while it is being checked. */
    void sayChecking(BackupRowModel backup);
}
