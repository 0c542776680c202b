package io.graphtracker.backup.catalog.ui;

import io.graphtracker.texts.Texts;
import java.time.Duration;
import java.time.Instant;

/** Writes how long ago something was, as people say it. */
final class RelativeTime {

    private static final int DAYS_OF_MONTH = 30;
    private static final int DAYS_OF_YEAR = 365;

    private RelativeTime() {}

    /** For example "3 hours ago"; a clock that was set back may put it into the future. */
    static String of(Instant then, Instant now, Texts texts) {
        Duration ago = Duration.between(then, now);
        if (ago.toMinutes() < 0) {
            return texts.get("backups.ago.future");
        } else if (ago.toMinutes() == 0) {
            return texts.get("backups.ago.now");
        } else if (ago.toHours() == 0) {
            return texts.get("backups.ago.minutes", ago.toMinutes());
        } else if (ago.toDays() == 0) {
            return texts.get("backups.ago.hours", ago.toHours());
        } else if (ago.toDays() < DAYS_OF_MONTH) {
            return texts.get("backups.ago.days", ago.toDays());
        } else if (ago.toDays() < DAYS_OF_YEAR) {
            return texts.get("backups.ago.months", ago.toDays() / DAYS_OF_MONTH);
        }
        return texts.get("backups.ago.years", ago.toDays() / DAYS_OF_YEAR);
    }
}
