package io.graphtracker.backup.ui;

import com.vaadin.flow.signals.Signal;
import io.graphtracker.actions.Announcement;
import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupProgress;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.BackupTimer;
import io.graphtracker.backup.Origin;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.signals.OrderedValueSignal;
import io.graphtracker.texts.Texts;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The progress of the running backup as all open pages follow it, and what they announce. A backup of less than a
 * second is neither shown nor announced.
 */
@Component
class BackupJobUpdates {

    /** A shorter backup would only flicker. */
    static final Duration SHOWN_AFTER = Duration.ofSeconds(1);

    private static final int QUARTER = 25;

    /**
     * An announcement on all pages but one.
     *
     * @param except the page that shows it in another way, or empty
     */
    private record Spoken(long number, String text, String except) {}

    private final BackupService backups;
    private final BackupTimer timer;
    private final Texts texts;
    private final OrderedValueSignal<BackupProgressModel> progress = new OrderedValueSignal<>(BackupProgressModel.NONE);
    private final OrderedValueSignal<Spoken> spoken = new OrderedValueSignal<>(new Spoken(0, "", ""));

    /** Guarded, like all its uses, by this: events come from several threads. */
    private @Nullable Course course;

    BackupJobUpdates(BackupService backups, BackupTimer timer, Texts texts) {
        this.backups = backups;
        this.timer = timer;
        this.texts = texts;
    }

    /** The running backup, between its start and end. */
    private static final class Course {
        final ZonedDateTime startedAt;
        final Origin origin;
        Duration latest = Duration.ZERO;
        int quarters;
        boolean shown;

        Course(ZonedDateTime startedAt, Origin origin) {
            this.startedAt = startedAt;
            this.origin = origin;
        }
    }

    /** How far it is. */
    Signal<BackupProgressModel> progress() {
        return progress.asReadonly();
    }

    /** What a page announces. */
    Signal<Announcement> announcements(Feedback page) {
        return spoken.map(now -> new Announcement(now.number(), now.except().equals(page.pageId()) ? "" : now.text()));
    }

    @EventListener
    void on(BackupEvent event) {
        switch (event) {
            case BackupEvent.Started(ZonedDateTime at, Origin origin) -> begin(at, origin);
            case BackupEvent.Progressed(BackupProgress now) -> {
                if (now.elapsed().compareTo(SHOWN_AFTER) >= 0) {
                    follow(now);
                }
            }
            case BackupEvent.Postponed postponed -> forget();
            case BackupEvent.Finished finished -> end("backup.announcement.finished");
            case BackupEvent.Unchanged unchanged -> end("backup.announcement.unchanged");
            case BackupEvent.Failed(BackupException reason, ZonedDateTime at, String user) ->
                end(
                        reason.problem() == BackupProblem.BACKUP_CANCELLED
                                ? "backup.announcement.cancelled"
                                : "backup.announcement.failed");
        }
    }

    private synchronized void begin(ZonedDateTime at, Origin origin) {
        Course begun = new Course(at, origin);
        course = begun;
        timer.after(SHOWN_AFTER, () -> look(begun));
    }

    /** Shows it even without an event, which it may not publish for long, for example during fsync. */
    private synchronized void look(Course begun) {
        if (begun == course) {
            backups.progress().ifPresent(this::follow);
        }
    }

    /** Ignores late events, even after the end. */
    private synchronized void follow(BackupProgress now) {
        if (course != null
                && now.startedAt().equals(course.startedAt)
                && now.elapsed().compareTo(course.latest) >= 0) {
            course.latest = now.elapsed();
            progress.set(BackupProgressModel.of(now, texts));
            announce(course, now);
        }
    }

    private void announce(Course course, BackupProgress now) {
        int quarters = now.percent() / QUARTER;
        if (!course.shown) {
            say(texts.get("backup.announcement.started"), "");
        } else if (quarters > course.quarters && !now.cancelling()) {
            say(texts.get("backup.announcement.percent", quarters * QUARTER), "");
        }
        course.shown = true;
        course.quarters = Math.max(quarters, course.quarters);
    }

    private synchronized void forget() {
        progress.set(BackupProgressModel.NONE);
        course = null;
    }

    private synchronized void end(String textKey) {
        if (course != null && course.shown) {
            progress.set(BackupProgressModel.NONE);
            // the page that started it shows the result as a message, which is announced
            say(texts.get(textKey), course.origin.id());
        }
        course = null;
    }

    private void say(String text, String except) {
        spoken.set(new Spoken(spoken.peek().number() + 1, text, except));
    }
}
