package io.graphtracker.backup.page;

import com.vaadin.flow.dom.Element;

/** What a row of the list lets a person do with its backup. */
interface RowCommands {

    void restore(ShownBackup backup);

    void verify(ShownBackup backup);

    /** Stops the check that {@link #verify} began, on whichever page. */
    void cancelCheck(ShownBackup backup);

    void setProtected(ShownBackup backup, boolean wanted);

    /** Asks first; says why if it stays. */
    void delete(ShownBackup backup);

    /** Copies its path to the clipboard. */
    void copyPath(ShownBackup backup, Element clicked);

    /** Says that it cannot be changed while it is being checked. */
    void sayChecking(ShownBackup backup);
}
