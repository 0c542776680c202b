package io.graphtracker.backup.watch.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.watch.DataSafety;
import io.graphtracker.backup.watch.SafetyReason;
import io.graphtracker.backup.watch.SafetyReason.Verdict;
import io.graphtracker.texts.Texts;

/**
 * The summary at the top of the Backups page: whether the data are safe, the last good backup, and what to do next. How
 * long a restore would take, and where the copies are, is below on request.
 */
public class SafetySection extends Section {

    private final transient WatchUpdates updates;
    private final transient SafetyTexts safetyTexts;
    private final Div mark = new Div();
    private final Paragraph answer = paragraph("safetyAnswer");
    private final Paragraph newest = paragraph("safetyNewest");
    private final UnorderedList reasons = new UnorderedList();
    private final H2 heading = new H2();
    private final DescriptionList facts = new DescriptionList();
    private final Div nextStep = new Div();
    private final NativeDetails more = new NativeDetails();
    private final Paragraph loss = paragraph("safetyLoss");
    private final Paragraph restore = paragraph("safetyRestore");
    private final Paragraph volumes = paragraph("safetyVolumes");
    private transient DataSafety shown = DataSafety.UNREAD;

    SafetySection(WatchUpdates updates, SafetyTexts safetyTexts, Texts texts) {
        this.updates = updates;
        this.safetyTexts = safetyTexts;
        setId("safety");
        addClassName("safety");
        getElement().setAttribute("aria-labelledby", "safetyHeading");
        heading.setText(texts.get("safety.title"));
        heading.setId("safetyHeading");
        heading.getElement().setAttribute("tabindex", "-1");
        mark.addClassName("safety-mark");
        reasons.setId("safetyReasons");
        answer.setText(texts.get("safety.loading"));
        facts.addClassNames("facts", "safety-facts");
        addFact(texts.get("safety.fact.newest"), newest);
        addFact(texts.get("safety.fact.changes"), loss);
        nextStep.addClassName("safety-next");
        Div questions = new Div(
                question(texts.get("safety.question.restore"), restore),
                question(texts.get("safety.question.volumes"), volumes));
        questions.addClassName("safety-questions");
        more.setSummaryText(texts.get("safety.more"));
        more.setContent(questions);
        more.addClassName("safety-more");
        Div words = new Div(heading, answer, reasons, facts, nextStep, more);
        words.addClassName("safety-words");
        Div top = new Div(mark, words);
        top.addClassName("safety-answer");
        add(top);
        tell(newest, "");
        tell(loss, "");
        more.setVisible(false);
        reasons.setVisible(false);
        updates.followSafety(this, this::follow);
    }

    /** A page that loads from a share that hangs gets no answers, and must not keep the former ones meanwhile. */
    void follow() {
        DataSafety latest = updates.safety();
        if (shown.isRead() && (isUnreadable(latest) || isUnreadable(shown))) {
            show(latest);
        }
    }

    private static boolean isUnreadable(DataSafety safety) {
        return safety.has(SafetyReason.UNREADABLE_FOLDER);
    }

    /** Adds a fact that another feature knows. */
    public void addFact(String term, Component value) {
        facts.add(new Term(term), new Description(value));
    }

    /** Shows a fact, or hides it while nothing is known of it. */
    public void showFact(Component value, boolean known) {
        value.getParent().ifPresent(description -> {
            description.setVisible(known);
            facts.getComponentAt(facts.indexOf(description) - 1).setVisible(known);
        });
    }

    /** Adds what the user can do next, which shows itself when it is of use. */
    public void addNextStep(Component step) {
        nextStep.add(step);
    }

    /** Moves the focus to the heading: what had it is about to be hidden. */
    public void focusHeading() {
        heading.getElement().callJsFunction("focus");
    }

    private static Paragraph paragraph(String id) {
        Paragraph paragraph = new Paragraph();
        paragraph.setId(id);
        return paragraph;
    }

    private static Div question(String title, Paragraph text) {
        return new Div(new H3(title), text);
    }

    /** Shows the answers. */
    public void show(DataSafety safety) {
        boolean supported = safety.folderProblem() == null
                || safety.folderProblem().problem() != BackupProblem.UNSUPPORTED_DATABASE;
        setVisible(supported);
        if (!safety.isRead()) {
            return;
        }
        if (safety.verdict() != shown.verdict() || !shown.isRead()) {
            mark(safety.verdict());
        }
        shown = safety;
        answer.setText(safetyTexts.answer(safety));
        tell(newest, safetyTexts.newest(safety));
        reasons.removeAll();
        safetyTexts.reasons(safety).forEach(reason -> reasons.add(new ListItem(reason)));
        reasons.setVisible(!safety.reasons().isEmpty());
        tell(loss, safetyTexts.loss(safety));
        more.setVisible(safety.newest() != null);
        restore.setText(safetyTexts.restore(safety));
        volumes.setText(safetyTexts.volumes(safety));
    }

    private void tell(Paragraph value, String text) {
        value.setText(text);
        showFact(value, !text.isEmpty());
    }

    private void mark(Verdict verdict) {
        for (Verdict other : Verdict.values()) {
            removeClassName("safety-" + other.code());
        }
        addClassName("safety-" + verdict.code());
        mark.removeAll();
        mark.add(icon(verdict));
    }

    private static Icon icon(Verdict verdict) {
        return (switch (verdict) {
                    case YES -> VaadinIcon.CHECK_CIRCLE;
                    case BUT -> VaadinIcon.INFO_CIRCLE;
                    case NO -> VaadinIcon.WARNING;
                    case UNKNOWN -> VaadinIcon.QUESTION_CIRCLE;
                })
                .create();
    }
}
