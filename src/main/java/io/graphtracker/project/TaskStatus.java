package io.graphtracker.project;

import java.util.Locale;

/** The progress of a task. It is stored by its name, so renaming a constant needs a migration. */
public enum TaskStatus {
    /** Not started. */
    PLANNED,
    /** Being worked on. */
    IN_PROGRESS,
    /** Needs a discussion before work can go on. */
    DISCUSS,
    /** Waits for something else. */
    BLOCKED,
    /** Completed. */
    DONE;

    /** The key in the bundle under which its name is found, for example {@code status.in-progress}. */
    public String textKey() {
        return "status." + slug();
    }

    /** Its name in style sheets and scripts, for example {@code in-progress}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
