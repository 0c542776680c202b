package io.graphtracker.backup.restore.ui;

import io.graphtracker.backup.restore.RestoreStep;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the running restore, or the end of the last one, as pages show it.
 *
 * @param number counts the restores since the start of the application
 * @param replaced how many of them have replaced the database
 * @param page the page it was started from, or empty
 * @param backup what pages call the source, usually its time
 * @param step the current one, absent before the first
 * @param failure what other pages tell about its failure
 */
record RestoreProgressModel(
        long number,
        long replaced,
        Phase phase,
        String page,
        String backup,
        @Nullable RestoreStep step,
        String failure) {

    /** The phases of a restore. */
    enum Phase {
        NONE,
        RUNNING,
        DONE,
        FAILED
    }

    static final RestoreProgressModel NONE = new RestoreProgressModel(0, 0, Phase.NONE, "", "", null, "");

    RestoreProgressModel started(String byPage, String ofBackup) {
        return new RestoreProgressModel(number + 1, replaced, Phase.RUNNING, byPage, ofBackup, null, "");
    }

    RestoreProgressModel at(RestoreStep reached) {
        return new RestoreProgressModel(number, replaced, phase, page, backup, reached, failure);
    }

    RestoreProgressModel done() {
        return new RestoreProgressModel(number, replaced + 1, Phase.DONE, page, backup, step, failure);
    }

    RestoreProgressModel failed(String text) {
        return new RestoreProgressModel(number, replaced, Phase.FAILED, page, backup, step, text);
    }
}
