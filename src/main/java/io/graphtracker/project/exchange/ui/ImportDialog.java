package io.graphtracker.project.exchange.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.UploadEvent;
import io.graphtracker.database.AfterCommitException;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.exchange.Finding;
import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanDocument;
import io.graphtracker.project.exchange.PlanException;
import io.graphtracker.project.exchange.PlanImport;
import io.graphtracker.project.exchange.PlanReader;
import io.graphtracker.project.exchange.PreparedPlan;
import io.graphtracker.project.exchange.ReadPlan;
import io.graphtracker.shell.FileUpload;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports a plan in two steps: a file is read and shown, and nothing is changed until the user confirms. A problem of the
 * file is shown here, and another file can be chosen.
 */
class ImportDialog extends Dialog {

    private static final Logger log = LoggerFactory.getLogger(ImportDialog.class);

    private static final String LIMIT_ID = "importLimit";

    private final transient PlanReader reader;
    private final transient PlanImport imports;
    private final transient Consumer<PreparedPlan> use;
    private final transient Feedback feedback;
    private final transient Texts texts;
    private final Div result = new Div();
    private final Button confirm;
    private transient @Nullable PreparedPlan shown;

    /** Counts the files: what is still being read when another is chosen, or the dialog is closed, is given up. */
    private final AtomicInteger newest = new AtomicInteger();

    ImportDialog(
            PlanReader reader,
            PlanImport imports,
            String confirmText,
            Consumer<PreparedPlan> use,
            Feedback feedback,
            Texts texts) {
        this.reader = reader;
        this.imports = imports;
        this.use = use;
        this.feedback = feedback;
        this.texts = texts;
        setId("importDialog");
        addClassName("import-dialog");
        setWidth("36rem");
        setHeaderTitle(texts.get("import.title"));
        setCloseOnOutsideClick(false);
        int largest = reader.limits().bytes();
        FileUpload upload = new FileUpload(this::receive, texts.get("import.choose"), largest, texts);
        upload.setId("uploadPlan");
        upload.setDescribedBy(LIMIT_ID);
        upload.getUploadButton().setId("btnChoosePlan");
        upload.addFileRejectedListener(rejected -> {
            newest.incrementAndGet();
            showProblem(new PlanException(Place.NONE, "import.problem.too-large", ByteSize.format(largest)).problem());
        });
        Paragraph limit = new Paragraph(texts.get(
                "import.formats", ByteSize.format(largest), reader.limits().tasks()));
        limit.setId(LIMIT_ID);
        limit.addClassName("secondary");
        result.addClassName("import-result");
        Button cancel = new Button(texts.get("dialog.cancel"), click -> close());
        cancel.setId("btnCancelImport");
        confirm = new Button(confirmText, click -> importShown());
        confirm.setId("btnConfirmImport");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setVisible(false);
        add(upload, limit, result);
        getFooter().add(cancel, confirm);
        // closed, or the page was left
        addDetachListener(detach -> newest.incrementAndGet());
    }

    /** Runs on the thread of the request, without the session lock. */
    private void receive(UploadEvent event) {
        int number = newest.incrementAndGet();
        UI ui = event.getUI();
        String name = event.getFileName();
        show(ui, number, () -> showProgress(name, 0));
        try {
            ReadPlan plan = reader.read(
                    name,
                    event.getInputStream(),
                    () -> newest.get() != number,
                    tasks -> show(ui, number, () -> showProgress(name, tasks)));
            show(ui, number, () -> showWait(texts.get("import.arranging", name)));
            PreparedPlan prepared = imports.prepare(plan, () -> newest.get() != number);
            show(ui, number, () -> showPreview(prepared));
        } catch (PlanException e) {
            show(ui, number, () -> showProblem(e.problem()));
        } catch (CancellationException e) {
            log.debug("Nobody waits for {} any more", name);
        } catch (UncheckedIOException e) {
            // the upload was interrupted
            log.info("{} did not arrive", name, e);
            show(ui, number, () -> showProblem(new PlanException(Place.NONE, "import.problem.interrupted").problem()));
        } catch (RuntimeException e) {
            // otherwise, the dialog would wait for ever
            log.error("{} could not be imported", name, e);
            show(
                    ui,
                    number,
                    () -> showProblem(new PlanException(Place.NONE, "import.problem.unexpected-error").problem()));
        }
    }

    private void show(UI ui, int number, Runnable what) {
        ui.accessLater(
                        () -> {
                            if (newest.get() == number) {
                                what.run();
                            }
                        },
                        () -> {})
                .run();
    }

    private void showProgress(String name, int tasks) {
        showWait(texts.get("import.reading", name, tasks));
    }

    private void showWait(String text) {
        Paragraph reading = new Paragraph(text);
        reading.setId("importReading");
        replace(reading);
    }

    private void showPreview(PreparedPlan prepared) {
        ReadPlan plan = prepared.plan();
        replace(new ImportPreview(plan, texts));
        shown = prepared;
        confirm.setVisible(true);
        PlanDocument document = plan.document();
        feedback.announce(texts.get(
                "import.read",
                plan.fileName(),
                document.taskCount(),
                document.groupCount(),
                document.dependencies().size(),
                plan.findingCount()));
    }

    private void importShown() {
        PreparedPlan plan = shown;
        if (plan == null) {
            return;
        }
        try {
            use.accept(plan);
            close();
        } catch (AfterCommitException e) {
            close();
            throw e;
        } catch (ProjectException e) {
            showProblem(new PlanException(Place.NONE, e.messageKey(), e.arguments()).problem());
        }
    }

    private void showProblem(Finding problem) {
        Paragraph text = new Paragraph(FindingTexts.of(problem, texts));
        text.setId("importProblem");
        Paragraph nothing = new Paragraph(texts.get("import.problem.hint"));
        Div alert = new Div(text, nothing);
        alert.addClassName("import-problem");
        alert.getElement().setAttribute("role", "alert");
        replace(alert);
    }

    private void replace(Component content) {
        shown = null;
        confirm.setVisible(false);
        result.removeAll();
        result.add(content);
    }
}
