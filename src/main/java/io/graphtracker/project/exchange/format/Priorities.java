package io.graphtracker.project.exchange.format;

import io.graphtracker.project.TaskPriority;

/** The priorities of Microsoft Project: from 0 to 1,000. */
final class Priorities {

    private static final int NORMAL = 500;

    private Priorities() {}

    /** @param code 0 if there is none */
    static TaskPriority of(double code) {
        if (code == 0 || code == NORMAL) {
            return TaskPriority.NORMAL;
        }
        return code < NORMAL ? TaskPriority.LOW : TaskPriority.HIGH;
    }
}
