package io.graphtracker.backup.watch.ui;

import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;
import org.springframework.stereotype.Component;

/** Makes the sections of a page. */
@Component
public class WatchSections {

    private final WatchCommands commands;
    private final WatchUpdates updates;
    private final WatchTexts watchTexts;
    private final SafetyTexts safetyTexts;
    private final Texts texts;

    WatchSections(
            WatchCommands commands, WatchUpdates updates, WatchTexts watchTexts, SafetyTexts safetyTexts, Texts texts) {
        this.commands = commands;
        this.updates = updates;
        this.watchTexts = watchTexts;
        this.safetyTexts = safetyTexts;
        this.texts = texts;
    }

    /** The answers at its top. */
    public SafetySection safety() {
        return new SafetySection(updates, safetyTexts, texts);
    }

    /** What is watched. */
    public WatchingSection watching(Feedback feedback) {
        return new WatchingSection(commands, updates, watchTexts, feedback, texts);
    }
}
