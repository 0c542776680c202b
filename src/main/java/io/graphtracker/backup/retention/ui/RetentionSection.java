package io.graphtracker.backup.retention.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.graphtracker.backup.retention.RetentionPlan;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.RetentionTexts;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The retention rule: what it is, its fields, and a preview of what they would do. It is saved only when exactly this
 * rule was previewed, after a question if something would go.
 */
public class RetentionSection extends Section {

    /** What messages about the rule are about. */
    static final String SUBJECT = "retention";

    private final transient RetentionCommands commands;
    private final transient Feedback feedback;
    private final transient RetentionTexts retentionTexts;
    private final transient Texts texts;
    private final H2 heading = new H2();
    private final Paragraph status = new Paragraph();
    private final Paragraph notDeleted = new Paragraph();
    private final Button turnOff;
    private final NativeDetails details = new NativeDetails();
    private final RetentionForm form;
    private final RetentionPreview preview;
    private transient RetentionModel shown = RetentionModel.OFF;

    /** The number of the latest change or request: a preview that arrives after another one is of no use. */
    private long latest;

    RetentionSection(RetentionCommands commands, Feedback feedback, RetentionTexts retentionTexts, Texts texts) {
        this.commands = commands;
        this.feedback = feedback;
        this.retentionTexts = retentionTexts;
        this.texts = texts;
        setId("retention");
        addClassName("retention");
        heading.setId("retentionHeading");
        heading.setText(texts.get("retention.title"));
        heading.getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("aria-labelledby", "retentionHeading");
        status.setId("retentionStatus");
        notDeleted.setId("retentionNotDeleted");
        notDeleted.setClassName("retention-unknown");
        turnOff = new Button(texts.get("retention.turn-off"), click -> turnOff());
        turnOff.setId("btnRetentionOff");
        preview = new RetentionPreview(retentionTexts, texts);
        form = new RetentionForm(this::hidePreview, texts);
        Button look = new Button(texts.get("retention.preview"), click -> preview(this::announce));
        look.setId("btnRetentionPreview");
        Button save = new Button(texts.get("retention.save"), click -> preview(this::askOrSave));
        save.setId("btnRetentionSave");
        Div buttons = new Div(look, save);
        buttons.addClassName("retention-buttons");
        details.setId("retentionDetails");
        details.setContent(new Div(new Paragraph(texts.get("retention.explanation")), form, buttons, preview));
        Div line = new Div(status, turnOff);
        line.addClassName("retention-line");
        add(heading, line, notDeleted, details);
        render();
    }

    /** Shows a rule. What is being typed here stays, and so does what was there before the rule was turned off. */
    public void show(RetentionModel next) {
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        RetentionRule rule = next.rule();
        if (rule != null
                && (!form.isTouched() || form.content().filter(rule::equals).isPresent())) {
            form.show(rule);
        }
        render();
    }

    private void render() {
        RetentionRule rule = shown.rule();
        status.setText(statusText());
        status.setClassName("retention-unknown", shown.problem() != null);
        List<String> failed = shown.notDeleted();
        notDeleted.setVisible(rule != null && !failed.isEmpty());
        notDeleted.setText(
                failed.isEmpty() ? "" : texts.get("retention.not-deleted", failed.size(), failed.getFirst()));
        turnOff.setVisible(rule != null);
        details.setSummaryText(texts.get(rule == null ? "retention.set" : "retention.change"));
    }

    private String statusText() {
        if (shown.problem() != null) {
            return texts.get("retention.unknown", retentionTexts.problem(shown.problem()));
        }
        RetentionRule rule = shown.rule();
        if (rule == null) {
            return retentionTexts.none();
        }
        return texts.get(rule.manualToo() ? "retention.on.manual" : "retention.on", retentionTexts.summary(rule));
    }

    private void hidePreview() {
        latest++;
        preview.setVisible(false);
    }

    private void preview(BiConsumer<RetentionRule, RetentionPlan> then) {
        form.read().ifPresent(rule -> {
            long request = ++latest;
            commands.preview(
                    rule,
                    plan -> {
                        if (request == latest) {
                            preview.show(plan, rule);
                            then.accept(rule, plan);
                        }
                    },
                    this::refused);
        });
    }

    private void announce(RetentionRule rule, RetentionPlan plan) {
        feedback.announce(preview.summary());
    }

    private void askOrSave(RetentionRule rule, RetentionPlan plan) {
        if (plan.deletions().isEmpty()) {
            save(rule);
        } else {
            new RetentionConfirmation(plan, () -> save(rule), texts).open();
        }
    }

    private void refused(String message) {
        preview.say(texts.get("retention.preview.failed", message));
        feedback.announce(preview.summary());
    }

    private void save(RetentionRule rule) {
        commands.save(
                rule,
                () -> feedback.show(Message.success(texts.get("retention.saved"), texts.get("retention.saved.hint"))
                        .about(SUBJECT)),
                problem -> failed("retention.not-saved", problem));
    }

    /** The button goes, and takes the focus with it. */
    private void turnOff() {
        commands.turnOff(
                () -> {
                    heading.getElement().callJsFunction("focus");
                    feedback.show(Message.success(texts.get("retention.turned-off"), "")
                            .about(SUBJECT));
                },
                problem -> failed("retention.not-turned-off", problem));
    }

    private void failed(String key, String problem) {
        feedback.show(Message.error(texts.get(key, problem), texts.get("retention.not-saved.hint"))
                .about(SUBJECT));
    }
}
