package io.graphtracker.cli;

import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.catalog.VerificationTexts;
import io.graphtracker.texts.Texts;

/** Jobs whose progress is told. */
final class VerificationReport {

    /** One step: what a check does first and last is of no interest to those who read a log. */
    private static final String CHECK = "check ";

    private VerificationReport() {}

    /**
     * A job that tells its progress, and ends with the command.
     *
     * @param what is checked; empty if there is only one thing
     */
    static VerificationJob job(String what, RootCommand root, Output output) {
        VerificationJob job =
                VerificationJob.watched(progress -> output.progress(CHECK + what, text(what, progress, root.texts())));
        root.interruption().onInterrupt(job::cancel);
        return job;
    }

    private static String text(String what, VerificationProgress progress, Texts texts) {
        String text = VerificationTexts.of(progress, texts);
        return what.isEmpty() ? text : texts.get("cli.verify.progress", what, text);
    }
}
