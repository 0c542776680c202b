package io.graphtracker.backup.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.backup.schedule.LastRun;
import io.graphtracker.backup.schedule.Schedule;
import io.graphtracker.backup.schedule.ScheduleState;
import io.graphtracker.backup.schedule.ScheduleTexts;
import io.graphtracker.settings.DescriptionRows;
import io.graphtracker.texts.Texts;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The schedule on the Backups page: the next backup, the last result, and how to change it. */
public class ScheduleSection extends Section {

    private final transient ScheduleTexts scheduleTexts;
    private final transient Texts texts;
    private final H2 heading = new H2();
    private final Paragraph loading = new Paragraph();
    private final Paragraph problem = new Paragraph();
    private final Paragraph none = new Paragraph();
    private final Div recommended = new Div();
    private final Div facts = new Div();
    private final NativeDetails change = new NativeDetails();
    private final ScheduleEditor editor;
    private transient ScheduleModel shown = new ScheduleModel.Loading();

    /** What was loaded last. */
    private transient ScheduleModel.@Nullable Loaded known;

    /**
     * @param setUp sets what is recommended, and moves the focus from its button, which is about to be hidden
     * @param save sets what was entered
     * @param announce speaks to the user of the page
     */
    ScheduleSection(
            Clock clock,
            ScheduleTexts scheduleTexts,
            Texts texts,
            Runnable setUp,
            Consumer<Schedule> save,
            Consumer<String> announce) {
        this.scheduleTexts = scheduleTexts;
        this.texts = texts;
        setId("schedule");
        addClassName("schedule");
        getElement().setAttribute("aria-labelledby", "scheduleHeading");
        heading.setId("scheduleHeading");
        heading.setText(texts.get("schedule.title"));
        heading.getElement().setAttribute("tabindex", "-1");
        loading.setText(texts.get("schedule.loading"));
        loading.addClassName("secondary");
        problem.setId("scheduleProblem");
        problem.addClassName("schedule-problem");
        none.setId("scheduleNone");
        Button setUpButton =
                new Button(texts.get("schedule.recommended"), VaadinIcon.CALENDAR_CLOCK.create(), click -> setUp.run());
        setUpButton.setId("btnScheduleRecommended");
        setUpButton.addThemeVariants(ButtonVariant.PRIMARY);
        Paragraph hint = new Paragraph(
                texts.get("schedule.recommended.hint", clock.getZone().getId()));
        hint.addClassName("secondary");
        recommended.add(setUpButton, hint);
        recommended.addClassName("schedule-recommended");
        editor = new ScheduleEditor(clock, scheduleTexts, texts, save, announce);
        change.setId("changeSchedule");
        change.addClassName("schedule-change");
        change.setContent(editor);
        add(heading, loading, problem, none, facts, change);
        render(shown);
    }

    /** What sets the recommended schedule, shown while there is none; the page places it. */
    public Component recommended() {
        return recommended;
    }

    /** Shows the schedule. */
    public void show(ScheduleModel model) {
        if (model instanceof ScheduleModel.Loaded loaded) {
            known = loaded;
        }
        ScheduleModel next = model instanceof ScheduleModel.Busy busy && known != null ? stale(known, busy) : model;
        if (!next.equals(shown)) {
            shown = next;
            render(next);
        } else if (next instanceof ScheduleModel.Loaded loaded && loaded.state() != null) {
            editor.show(loaded.state().schedule());
        }
    }

    /** Whoever is changing the schedule goes on. */
    private static ScheduleModel stale(ScheduleModel.Loaded known, ScheduleModel.Busy busy) {
        return busy.lasting() ? new ScheduleModel.Loaded(known.state(), busy.problem(), known.folder()) : known;
    }

    private void render(ScheduleModel model) {
        setVisible(!(model instanceof ScheduleModel.Unsupported));
        loading.setVisible(model instanceof ScheduleModel.Loading);
        ScheduleModel.Loaded loaded =
                model instanceof ScheduleModel.Loaded known ? known : new ScheduleModel.Loaded(null, "", "");
        showProblem(
                switch (model) {
                    case ScheduleModel.Failed(String reason) -> reason;
                    case ScheduleModel.Busy(String reason, boolean lasting) -> reason;
                    default -> loaded.problem();
                });
        boolean known = model instanceof ScheduleModel.Loaded;
        ScheduleState state = loaded.state();
        none.setVisible(known && state == null);
        none.setText(loaded.folder().isEmpty() ? texts.get("schedule.none") : texts.get("schedule.none.folder"));
        recommended.setVisible(known && state == null && loaded.folder().isEmpty());
        change.setVisible(known && (state != null || loaded.folder().isEmpty()));
        change.setSummaryText(texts.get(state == null ? "schedule.choose" : "schedule.change"));
        facts.setVisible(state != null);
        facts.removeAll();
        if (state != null) {
            facts.add(facts(state));
            editor.show(state.schedule());
        }
    }

    private void showProblem(String text) {
        problem.setText(text);
        problem.setVisible(!text.isEmpty());
    }

    private DescriptionList facts(ScheduleState state) {
        DescriptionRows rows = new DescriptionRows()
                .add("scheduleCurrent", texts.get("schedule.current"), scheduleTexts.describe(state.schedule()));
        if (state.schedule().isOn()) {
            rows.add("scheduleNext", texts.get("schedule.next"), scheduleTexts.next(state));
        }
        LastRun last = state.lastRun();
        if (last != null) {
            rows.add("scheduleLast", texts.get("schedule.last"), scheduleTexts.result(last, state.schedule()));
        }
        return rows;
    }
}
