package io.graphtracker.backup.watch.ui;

import com.vaadin.flow.component.Component;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.shell.PageBanner;
import io.graphtracker.texts.Texts;
import org.springframework.beans.factory.ObjectProvider;

/** Adds a {@link SafetyBanner} to each page. */
@org.springframework.stereotype.Component
class SafetyBanners implements PageBanner {

    private final WatchUpdates updates;
    private final WatchCommands commands;
    private final SafetyTexts safetyTexts;
    private final ObjectProvider<Feedback> page;
    private final Texts texts;

    SafetyBanners(
            WatchUpdates updates,
            WatchCommands commands,
            SafetyTexts safetyTexts,
            ObjectProvider<Feedback> page,
            Texts texts) {
        this.updates = updates;
        this.commands = commands;
        this.safetyTexts = safetyTexts;
        this.page = page;
        this.texts = texts;
    }

    @Override
    public Component banner() {
        return new SafetyBanner(updates, commands, safetyTexts, page.getObject(), texts);
    }
}
