package io.graphtracker.backup.retention.ui;

import io.graphtracker.backup.retention.RetentionTexts;
import io.graphtracker.backup.retention.SensibleRule;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.texts.Texts;
import org.springframework.stereotype.Component;

/** Makes the section of each page. */
@Component
public class RetentionSections {

    private final RetentionCommands commands;
    private final RetentionTexts retentionTexts;
    private final Texts texts;

    RetentionSections(RetentionCommands commands, RetentionTexts retentionTexts, Texts texts) {
        this.commands = commands;
        this.retentionTexts = retentionTexts;
        this.texts = texts;
    }

    /** The section of a page. */
    public RetentionSection section(Feedback feedback) {
        return new RetentionSection(commands, feedback, retentionTexts, texts);
    }

    /** Saves the rule that suits most, if there is none yet and it would delete nothing now. */
    public void keepSensibleHistory(Feedback feedback) {
        commands.saveSensible(
                result -> {
                    if (result == SensibleRule.NEEDS_PREVIEW) {
                        feedback.show(Message.warning(
                                        texts.get("retention.not-recommended"),
                                        texts.get("retention.not-recommended.hint"))
                                .about(RetentionSection.SUBJECT));
                    }
                },
                problem -> feedback.show(
                        Message.error(texts.get("retention.not-saved", problem), texts.get("retention.not-saved.hint"))
                                .about(RetentionSection.SUBJECT)));
    }
}
