package io.graphtracker.project;

import java.util.Locale;

/** How urgent a task is. It is stored by its name, so renaming a constant needs a migration. */
public enum TaskPriority {
    LOW,
    NORMAL,
    HIGH;

    /** The key in the bundle under which its name is found, for example {@code priority.high}. */
    public String textKey() {
        return "priority." + name().toLowerCase(Locale.ROOT);
    }
}
