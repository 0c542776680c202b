package io.graphtracker.project.exchange.ui;

import io.graphtracker.feedback.Feedback;
import io.graphtracker.project.exchange.PlanImport;
import io.graphtracker.project.exchange.PlanReader;
import io.graphtracker.project.exchange.PreparedPlan;
import io.graphtracker.texts.Texts;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Opens the dialog that imports a plan. */
@Component
public class ImportDialogs {

    private final PlanReader reader;
    private final PlanImport imports;
    private final Texts texts;

    ImportDialogs(PlanReader reader, PlanImport imports, Texts texts) {
        this.reader = reader;
        this.imports = imports;
        this.texts = texts;
    }

    /**
     * Opens it.
     *
     * @param confirm what the button says that imports the plan
     * @param use imports it; the dialog shows a {@link io.graphtracker.project.ProjectException} and stays open
     */
    public void open(String confirm, Feedback feedback, Consumer<PreparedPlan> use) {
        new ImportDialog(reader, imports, confirm, use, feedback, texts).open();
    }
}
