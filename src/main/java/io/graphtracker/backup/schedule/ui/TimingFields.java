package io.graphtracker.backup.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.graphtracker.backup.schedule.Timing;
import io.graphtracker.texts.Texts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kind of a schedule, and the fields that this kind has. Each field tells what is wrong with its value. */
class TimingFields extends Div {

    /** The kinds that can be chosen. */
    enum Kind {
        OFF("schedule.kind.off"),
        EVERY("schedule.kind.every"),
        DAILY("schedule.kind.daily"),
        WEEKLY("schedule.kind.weekly"),
        CRON("schedule.kind.cron");

        private final String textKey;

        Kind(String textKey) {
            this.textKey = textKey;
        }

        static Kind of(Timing timing) {
            return switch (timing) {
                case Timing.Off off -> OFF;
                case Timing.Every every -> EVERY;
                case Timing.Daily daily -> DAILY;
                case Timing.Weekly weekly -> WEEKLY;
                case Timing.Cron cron -> CRON;
            };
        }
    }

    private static final int SOME_HOURS = 6;
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 0);
    private static final String AT_NIGHT_AS_CRON = "0 2 * * *";

    private final transient Texts texts;
    private final Select<Kind> kind = new Select<>();
    private final IntegerField hours = new IntegerField();
    private final TimePicker time = new TimePicker();
    private final Select<DayOfWeek> day = new Select<>();
    private final TextField expression = new TextField();

    /** @param changed called after a change of a field, told whether the user made it */
    TimingFields(Texts texts, HasValue.ValueChangeListener<HasValue.ValueChangeEvent<?>> changed) {
        this.texts = texts;
        addClassName("schedule-fields");
        kind.setId("scheduleKind");
        kind.setLabel(texts.get("schedule.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(item -> texts.get(item.textKey));
        hours.setId("scheduleHours");
        hours.setLabel(texts.get("schedule.hours"));
        hours.setMin(1);
        hours.setMax(Timing.Every.MOST_HOURS);
        hours.setStepButtonsVisible(true);
        hours.setValueChangeMode(ValueChangeMode.LAZY);
        hours.setManualValidation(true);
        day.setId("scheduleDay");
        day.setLabel(texts.get("schedule.day"));
        day.setItems(DayOfWeek.values());
        day.setItemLabelGenerator(item -> item.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        time.setId("scheduleTime");
        time.setLabel(texts.get("schedule.time"));
        // with 24 hours, like all times here
        time.setLocale(Locale.UK);
        time.setStep(Duration.ofMinutes(15));
        time.setManualValidation(true);
        expression.setId("scheduleExpression");
        expression.setLabel(texts.get("schedule.expression"));
        expression.setHelperText(texts.get("schedule.expression.helper"));
        expression.setValueChangeMode(ValueChangeMode.LAZY);
        expression.setManualValidation(true);
        add(kind, hours, day, time, expression);
        show(new Timing.Daily(AT_NIGHT));
        Stream.<HasValue<?, ?>>of(kind, hours, day, time, expression)
                .forEach(field -> field.addValueChangeListener(changed::valueChanged));
    }

    /** Shows a timing; the fields of other kinds get a value to begin with. */
    final void show(Timing timing) {
        hours.setValue(timing instanceof Timing.Every every ? every.hours() : SOME_HOURS);
        day.setValue(timing instanceof Timing.Weekly weekly ? weekly.day() : DayOfWeek.SUNDAY);
        time.setValue(timeOf(timing));
        expression.setValue(timing instanceof Timing.Cron cron ? cron.expression() : AT_NIGHT_AS_CRON);
        kind.setValue(Kind.of(timing));
    }

    private static LocalTime timeOf(Timing timing) {
        return switch (timing) {
            case Timing.Daily daily -> daily.at();
            case Timing.Weekly weekly -> weekly.at();
            case Timing.Off off -> AT_NIGHT;
            case Timing.Every every -> AT_NIGHT;
            case Timing.Cron cron -> AT_NIGHT;
        };
    }

    /** Whether the kind depends on a time zone. */
    boolean hasZone() {
        return kind.getValue() != Kind.OFF && kind.getValue() != Kind.EVERY;
    }

    /** What is entered; empty if it is invalid, which its field then tells. */
    Optional<Timing> value() {
        Kind chosen = kind.getValue();
        hours.setVisible(chosen == Kind.EVERY);
        day.setVisible(chosen == Kind.WEEKLY);
        time.setVisible(chosen == Kind.DAILY || chosen == Kind.WEEKLY);
        expression.setVisible(chosen == Kind.CRON);
        return Optional.ofNullable(
                switch (chosen) {
                    case OFF -> new Timing.Off();
                    case EVERY -> every();
                    case DAILY -> timeIsValid() ? new Timing.Daily(time.getValue()) : null;
                    case WEEKLY -> timeIsValid() ? new Timing.Weekly(day.getValue(), time.getValue()) : null;
                    case CRON -> cron();
                });
    }

    private @Nullable Timing every() {
        Integer entered = hours.getValue();
        boolean valid = entered != null && entered >= 1 && entered <= Timing.Every.MOST_HOURS;
        tell(hours, valid ? "" : texts.get("schedule.hours.invalid", Timing.Every.MOST_HOURS));
        return valid ? new Timing.Every(entered) : null;
    }

    private boolean timeIsValid() {
        boolean valid = time.getValue() != null;
        tell(time, valid ? "" : texts.get("schedule.time.invalid"));
        return valid;
    }

    private @Nullable Timing cron() {
        try {
            Timing entered = new Timing.Cron(expression.getValue());
            tell(expression, "");
            return entered;
        } catch (IllegalArgumentException e) {
            tell(expression, texts.get("schedule.expression.invalid"));
            return null;
        }
    }

    /** Tells that no date fits what is entered. */
    void tellNever() {
        tell(expression, texts.get("schedule.expression.never"));
    }

    private static void tell(HasValidationProperties field, String error) {
        field.setErrorMessage(error);
        field.setInvalid(!error.isEmpty());
    }

    /** The field whose value is invalid. */
    Optional<Component> invalid() {
        return Stream.<Component>of(hours, time, expression)
                .filter(field -> field.isVisible() && ((HasValidationProperties) field).isInvalid())
                .findFirst();
    }
}
