package io.graphtracker.backup.schedule.ui;

import io.graphtracker.backup.ui.WarningBanner;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;

/** Tells a page why scheduled backups fail, until one succeeds or somebody dismisses it. */
class ScheduleBanner extends WarningBanner {

    private final transient ScheduleActivity activity;
    private final transient ScheduleCommands commands;
    private transient ScheduleActivity.Failure shown = ScheduleActivity.Failure.NONE;

    ScheduleBanner(ScheduleActivity activity, ScheduleCommands commands, Feedback page, Texts texts) {
        super("scheduleBanner", "btnDismissScheduleFailure", texts.get("schedule.banner"), page, texts);
        this.activity = activity;
        this.commands = commands;
        activity.subscribe(this, this::follow);
    }

    @Override
    protected void dismiss(Feedback feedback) {
        commands.dismiss(shown.number(), feedback);
    }

    private void follow() {
        ScheduleActivity.Failure now = activity.failure();
        boolean news = !now.text().isEmpty() && !now.equals(shown);
        shown = now;
        show(now.text(), now.number() > 0, news);
    }
}
