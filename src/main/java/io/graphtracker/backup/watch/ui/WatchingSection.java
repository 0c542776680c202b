package io.graphtracker.backup.watch.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.graphtracker.actions.AriaDisabled;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.watch.DataSafety;
import io.graphtracker.backup.watch.WatchJob;
import io.graphtracker.backup.watch.WatchProgress;
import io.graphtracker.backup.watch.WatchState;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is watched: the weekly checks with their last results, and the settings. */
public class WatchingSection extends Section {

    private final transient WatchCommands commands;
    private final transient WatchUpdates updates;
    private final transient WatchTexts watchTexts;
    private final transient Feedback feedback;
    private final H2 heading = new H2();
    private final Paragraph verification = paragraph("lastVerification");
    private final Paragraph drill = paragraph("lastDrill");
    private final Button verifyAll;
    private final Button runDrill;
    private final Div running = new Div();
    private final Paragraph progress = paragraph("watchProgress");
    private final Button cancel;
    private final Paragraph called = paragraph("callStatus");
    private final WatchSettingsForm settings;
    private transient WatchState shown = WatchState.NONE;

    /** The job that the user of this page started, and whose result is announced; null if none. */
    private transient @Nullable WatchJob started;

    private transient @Nullable WatchJob seen;

    private boolean cancelFocused;

    WatchingSection(
            WatchCommands commands, WatchUpdates updates, WatchTexts watchTexts, Feedback feedback, Texts texts) {
        this.commands = commands;
        this.updates = updates;
        this.watchTexts = watchTexts;
        this.feedback = feedback;
        setId("watching");
        addClassName("watching");
        getElement().setAttribute("aria-labelledby", "watchingHeading");
        heading.setText(texts.get("watch.title"));
        heading.setId("watchingHeading");
        heading.getElement().setAttribute("tabindex", "-1");
        verifyAll = new Button(texts.get("watch.verify-all"), click -> start(WatchJob.VERIFICATION));
        verifyAll.setId("btnVerifyAll");
        runDrill = new Button(texts.get("watch.drill"), click -> start(WatchJob.DRILL));
        runDrill.setId("btnDrill");
        cancel = new Button(texts.get("watch.cancel"), click -> {
            updates.progress().map(WatchProgress::job).ifPresent(commands::cancel);
            // the button is about to be hidden
            heading.getElement().callJsFunction("focus");
        });
        cancel.setId("btnCancelWatch");
        cancel.addFocusListener(focus -> cancelFocused = true);
        cancel.addBlurListener(blur -> cancelFocused = false);
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        running.addClassName("watch-running");
        running.add(progress, cancel);
        running.setVisible(false);
        settings = new WatchSettingsForm(commands, feedback, texts);
        NativeDetails change = new NativeDetails(texts.get("watch.change"), settings);
        change.setId("changeWatching");
        change.addClassName("watch-change");
        Div checks = new Div(
                check(texts.get("watch.verification.title"), verification, verifyAll),
                check(texts.get("watch.drill.title"), drill, runDrill));
        checks.addClassName("watch-checks");
        add(heading, checks, running, called, change);
        render(shown);
        updates.followProgress(this, this::follow);
    }

    private static Paragraph paragraph(String id) {
        Paragraph paragraph = new Paragraph();
        paragraph.setId(id);
        return paragraph;
    }

    private static Div check(String title, Paragraph result, Button button) {
        Div check = new Div(new H3(title), result, button);
        check.addClassName("watch-check");
        return check;
    }

    private void start(WatchJob job) {
        if (updates.progress().isEmpty()) {
            started = job;
        }
        commands.start(job, feedback);
    }

    /** Shows the settings and the last results. */
    public void show(DataSafety safety) {
        setVisible(safety.folderProblem() == null
                || safety.folderProblem().problem() != BackupProblem.UNSUPPORTED_DATABASE);
        WatchState next = safety.state();
        if (!next.equals(shown)) {
            announce(next);
            shown = next;
            render(next);
        }
    }

    private void render(WatchState state) {
        verification.setText(watchTexts.verification(state.verification()));
        drill.setText(watchTexts.drill(state.drill()));
        String call = watchTexts.call(state.settings(), state.call());
        called.setText(call);
        called.setVisible(!call.isEmpty());
        settings.show(state);
    }

    /** The result of what the user of this page started. */
    private void announce(WatchState next) {
        if (started == WatchJob.VERIFICATION
                && next.verification() != null
                && !next.verification().equals(shown.verification())) {
            started = null;
            feedback.announce(watchTexts.verification(next.verification()));
        } else if (started == WatchJob.DRILL
                && next.drill() != null
                && !next.drill().equals(shown.drill())) {
            started = null;
            feedback.announce(watchTexts.drill(next.drill()));
        }
    }

    private void follow() {
        Optional<WatchProgress> now = updates.progress();
        if (now.isEmpty() && cancelFocused) {
            // it is about to be hidden
            cancelFocused = false;
            heading.getElement().callJsFunction("focus");
        }
        running.setVisible(now.isPresent());
        progress.setText(now.map(watchTexts::progress).orElse(""));
        WatchJob job = now.map(WatchProgress::job).orElse(null);
        if (job != seen) {
            seen = job;
            AriaDisabled.set(verifyAll, job != null);
            AriaDisabled.set(runDrill, job != null);
        }
    }
}
