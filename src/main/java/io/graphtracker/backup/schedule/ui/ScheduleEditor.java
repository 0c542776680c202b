package io.graphtracker.backup.schedule.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.backup.schedule.NextRuns;
import io.graphtracker.backup.schedule.Schedule;
import io.graphtracker.backup.schedule.ScheduleTexts;
import io.graphtracker.texts.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Edits the schedule, and shows meanwhile when the next backups would really be made. */
class ScheduleEditor extends Div {

    private static final int SHOWN_RUNS = 5;

    private final transient Clock clock;
    private final transient ScheduleTexts scheduleTexts;
    private final transient Texts texts;
    private final transient Consumer<String> announce;
    private final TimingFields fields;
    private final ComboBox<ZoneId> zone = new ComboBox<>();
    private final OrderedList runs = new OrderedList();
    private final Paragraph noRuns = new Paragraph();

    /** What the fields showed before the user changed anything. */
    private transient Schedule shown;

    /** Whether the fields are being filled by {@link #show}. */
    private boolean filling;

    /**
     * @param save is given what was entered
     * @param announce speaks the next backup after each change
     */
    ScheduleEditor(
            Clock clock, ScheduleTexts scheduleTexts, Texts texts, Consumer<Schedule> save, Consumer<String> announce) {
        this.clock = clock;
        this.scheduleTexts = scheduleTexts;
        this.texts = texts;
        this.announce = announce;
        shown = Schedule.recommended(clock.getZone());
        fields = new TimingFields(texts, change -> update(change.isFromClient()));
        addClassName("schedule-editor");
        zone.setId("scheduleZone");
        zone.setLabel(texts.get("schedule.zone"));
        zone.setItems(zones());
        zone.setItemLabelGenerator(
                item -> item.equals(clock.getZone()) ? texts.get("schedule.zone.server", item.getId()) : item.getId());
        zone.setManualValidation(true);
        zone.setValue(clock.getZone());
        zone.addValueChangeListener(change -> update(change.isFromClient()));
        fields.add(zone);
        runs.setId("scheduleRuns");
        noRuns.setId("scheduleNoRuns");
        noRuns.addClassName("secondary");
        Button button = new Button(texts.get("schedule.save"), click -> save(save));
        button.setId("btnSaveSchedule");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        Div preview = new Div(new H3(texts.get("schedule.preview")), runs, noRuns);
        preview.addClassName("schedule-preview");
        add(fields, preview, button);
        update(false);
    }

    /** The server's first. */
    private List<ZoneId> zones() {
        return Stream.concat(
                        Stream.of(clock.getZone()),
                        ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of))
                .distinct()
                .toList();
    }

    /** Shows a schedule, unless the user is changing the one before. */
    void show(Schedule schedule) {
        if (schedule.equals(shown)) {
            // the next runs may be others by now
            update(false);
        } else if (entered().filter(shown::equals).isPresent() || entered().equals(Optional.of(schedule))) {
            shown = schedule;
            filling = true;
            fields.show(schedule.timing());
            zone.setValue(schedule.zone());
            filling = false;
            update(false);
        }
    }

    private Optional<Schedule> entered() {
        // where the field is hidden, nobody could correct it
        Optional<ZoneId> chosen = Optional.ofNullable(zone.getValue())
                .or(() -> fields.hasZone() ? Optional.empty() : Optional.of(clock.getZone()));
        zone.setVisible(fields.hasZone());
        zone.setErrorMessage(texts.get("schedule.zone.invalid"));
        zone.setInvalid(chosen.isEmpty());
        return fields.value().flatMap(timing -> chosen.map(place -> new Schedule(timing, place)));
    }

    private void update(boolean fromUser) {
        if (filling) {
            return;
        }
        Optional<Schedule> schedule = entered();
        Instant now = Instant.now(clock);
        Optional<Instant> first = schedule.flatMap(entered -> NextRuns.first(entered, now));
        boolean never = schedule.filter(Schedule::isOn).isPresent() && first.isEmpty();
        if (never) {
            fields.tellNever();
        }
        runs.removeAll();
        schedule.ifPresent(entered -> first.stream()
                .flatMap(time -> NextRuns.from(entered, time, SHOWN_RUNS).stream())
                .map(time -> new ListItem(scheduleTexts.timeInZone(time, entered)))
                .forEach(runs::add));
        runs.setVisible(first.isPresent());
        noRuns.setVisible(first.isEmpty());
        noRuns.setText(texts.get(schedule.isPresent() && !never ? "schedule.preview.off" : "schedule.preview.invalid"));
        if (fromUser && schedule.isPresent() && first.isPresent()) {
            announce.accept(
                    texts.get("schedule.preview.spoken", scheduleTexts.timeInZone(first.get(), schedule.get())));
        }
    }

    private void save(Consumer<Schedule> save) {
        Optional<Schedule> schedule = entered();
        boolean fits = schedule.isPresent()
                && (!schedule.get().isOn()
                        || NextRuns.first(schedule.get(), Instant.now(clock)).isPresent());
        if (fits) {
            save.accept(schedule.get());
        } else {
            update(false);
            fields.invalid()
                    .or(() -> Optional.of(zone))
                    .ifPresent(field -> field.getElement().callJsFunction("focus"));
        }
    }
}
