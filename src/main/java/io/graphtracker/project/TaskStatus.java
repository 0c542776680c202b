package io.graphtracker.project;

import java.util.Locale;

/** How far a task is. Stored under its name, so a constant must never be renamed without a migration. */
public enum TaskStatus {
    /** Nobody has begun. */
    PLANNED,
    /** Somebody is at it. */
    IN_PROGRESS,
    /** Something must be talked over before it goes on. */
    DISCUSS,
    /** It cannot go on until something else has happened. */
    BLOCKED,
    /** Finished. */
    DONE;

    /** The key in the bundle under which its name is found, for example {@code status.in-progress}. */
    public String textKey() {
        return "status." + slug();
    }

    /** What stylesheets and scripts call it, for example {@code in-progress}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
