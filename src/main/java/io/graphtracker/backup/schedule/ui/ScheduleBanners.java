package io.graphtracker.backup.schedule.ui;

import com.vaadin.flow.component.Component;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.shell.PageBanner;
import io.graphtracker.texts.Texts;
import org.springframework.beans.factory.ObjectProvider;

/** Adds a {@link ScheduleBanner} to each page. */
@org.springframework.stereotype.Component
class ScheduleBanners implements PageBanner {

    private final ScheduleActivity activity;
    private final ScheduleCommands commands;
    private final ObjectProvider<Feedback> page;
    private final Texts texts;

    ScheduleBanners(ScheduleActivity activity, ScheduleCommands commands, ObjectProvider<Feedback> page, Texts texts) {
        this.activity = activity;
        this.commands = commands;
        this.page = page;
        this.texts = texts;
    }

    @Override
    public Component banner() {
        return new ScheduleBanner(activity, commands, page.getObject(), texts);
    }
}
