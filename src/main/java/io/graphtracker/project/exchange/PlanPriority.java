package io.graphtracker.project.exchange;

import java.util.Locale;

/** How urgent a task is. */
public enum PlanPriority {
    LOW,
    NORMAL,
    HIGH;

    /** Its name in files, for example {@code high}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
