package io.graphtracker.project.exchange.ui;

import io.graphtracker.feedback.Feedback;
import io.graphtracker.project.exchange.PlanReader;
import io.graphtracker.project.exchange.ReadPlan;
import io.graphtracker.texts.Texts;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Opens the dialog that imports a plan. */
@Component
public class ImportDialogs {

    private final PlanReader reader;
    private final Texts texts;

    ImportDialogs(PlanReader reader, Texts texts) {
        this.reader = reader;
        this.texts = texts;
    }

    /**
     * Opens it.
     *
     * @param confirm what the button says that imports the plan
     * @param use imports it; the dialog shows a {@link io.graphtracker.project.ProjectException} and stays open
     */
    public void open(String confirm, Feedback feedback, Consumer<ReadPlan> use) {
        new ImportDialog(reader, confirm, use, feedback, texts).open();
    }
}
