package io.graphtracker.backup.retention.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.RetentionTier;
import io.graphtracker.texts.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a rule. Empty numbers mean that this part of the rule is off. */
class RetentionForm extends Div {

    /** More than any disk, in any unit. */
    private static final double LARGEST = 9_999;

    private final transient Texts texts;
    private final transient Map<RetentionTier, IntegerField> counts = new EnumMap<>(RetentionTier.class);
    private final NumberField size = new NumberField();
    private final Select<SizeUnit> unit = new Select<>();
    private final IntegerField age = new IntegerField();
    private final Checkbox manual = new Checkbox();
    private final Paragraph nothing = new Paragraph();
    private transient List<?> asShown = List.of();

    /**
     * Shows {@link RetentionRule#SENSIBLE}, which is a good one to begin with.
     *
     * @param changed called when any field is changed
     */
    RetentionForm(Runnable changed, Texts texts) {
        this.texts = texts;
        addClassName("retention-form");
        for (RetentionTier tier : RetentionTier.values()) {
            counts.put(tier, count(tier));
        }
        prepareLimits();
        nothing.setId("retentionNothing");
        nothing.addClassName("retention-error");
        nothing.getElement().setAttribute("role", "alert");
        nothing.setText(texts.get("retention.nothing-set"));
        nothing.setVisible(false);
        Div sizes = new Div(size, unit);
        sizes.addClassName("retention-size");
        add(
                group("retention.counts", "retention-counts", counts.values().toArray(Component[]::new)),
                group("retention.limits", "retention-limits", sizes, age),
                manual,
                nothing);
        show(RetentionRule.SENSIBLE);
        fields().forEach(field -> field.addValueChangeListener(change -> {
            nothing.setVisible(false);
            changed.run();
        }));
    }

    private IntegerField count(RetentionTier tier) {
        IntegerField field = new IntegerField(texts.get(Texts.key("retention.field.", tier.code())));
        field.setId("retention-" + tier.code());
        limit(field, RetentionRule.MOST, texts.get("retention.field.count", RetentionRule.MOST));
        return field;
    }

    private static void limit(IntegerField field, int max, String otherwise) {
        field.setMin(0);
        field.setMax(max);
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(otherwise)
                .setMinErrorMessage(otherwise)
                .setMaxErrorMessage(otherwise)
                .setStepErrorMessage(otherwise));
    }

    private void prepareLimits() {
        size.setId("retention-size");
        size.setLabel(texts.get("retention.field.size"));
        size.setHelperText(texts.get("retention.field.size.helper"));
        size.setMin(0);
        size.setMax(LARGEST);
        String range = texts.get("retention.field.size.range", LARGEST);
        size.setI18n(new NumberField.NumberFieldI18n()
                .setBadInputErrorMessage(range)
                .setMinErrorMessage(range)
                .setMaxErrorMessage(range));
        unit.setId("retention-unit");
        unit.setLabel(texts.get("retention.field.unit"));
        unit.setItems(SizeUnit.values());
        unit.setValue(SizeUnit.GB);
        age.setId("retention-age");
        age.setLabel(texts.get("retention.field.age"));
        age.setHelperText(texts.get("retention.field.age.helper"));
        int days = (int) RetentionRule.LONGEST_AGE.toDays();
        limit(age, days, texts.get("retention.field.age.range", days));
        manual.setId("retention-manual");
        manual.setLabel(texts.get("retention.field.manual"));
    }

    private FieldSet group(String nameKey, String className, Component... fields) {
        Div grid = new Div(fields);
        grid.addClassName(className);
        return new FieldSet(texts.get(nameKey), grid);
    }

    private List<AbstractField<?, ?>> fields() {
        List<AbstractField<?, ?>> fields = new ArrayList<>(counts.values());
        fields.addAll(List.<AbstractField<?, ?>>of(size, unit, age, manual));
        return fields;
    }

    /** Shows a rule. */
    void show(RetentionRule rule) {
        counts.forEach((tier, field) -> field.setValue(orNull(rule.count(tier))));
        Long bytes = rule.maxTotalBytes();
        if (bytes == null) {
            size.clear();
        } else {
            unit.setValue(SizeUnit.of(bytes));
            size.setValue(SizeUnit.of(bytes).from(bytes));
        }
        age.setValue(orNull((int) rule.minimumAge().toDays()));
        manual.setValue(rule.manualToo());
        asShown = values();
    }

    private static @Nullable Integer orNull(int number) {
        return number == 0 ? null : number;
    }

    /** Whether the fields have other values than {@link #show} gave them. */
    boolean isTouched() {
        return !values().equals(asShown);
    }

    private List<?> values() {
        return fields().stream().map(AbstractField::getOptionalValue).toList();
    }

    /** The rule in the fields; empty if they contain none. */
    Optional<RetentionRule> content() {
        return isAnyInvalid() || isNothingSet() ? Optional.empty() : Optional.of(rule());
    }

    /** The same. If there is none, the fields say why, and the first of these gets the focus. */
    Optional<RetentionRule> read() {
        if (isAnyInvalid()) {
            fields().stream().filter(RetentionForm::isInvalid).findFirst().ifPresent(RetentionForm::focus);
        } else if (isNothingSet()) {
            nothing.setVisible(true);
            counts.values().stream().findFirst().ifPresent(RetentionForm::focus);
        }
        return content();
    }

    private boolean isAnyInvalid() {
        return fields().stream().anyMatch(RetentionForm::isInvalid);
    }

    private static boolean isInvalid(Component field) {
        return field instanceof HasValidationProperties checked && checked.isInvalid();
    }

    private boolean isNothingSet() {
        return counts.values().stream().allMatch(field -> orZero(field) == 0) && isZero(size.getValue());
    }

    private RetentionRule rule() {
        Map<RetentionTier, Integer> given = new EnumMap<>(RetentionTier.class);
        counts.forEach((tier, field) -> given.put(tier, orZero(field)));
        return new RetentionRule(
                given,
                isZero(size.getValue()) ? null : unit.getValue().toBytes(size.getValue()),
                Duration.ofDays(orZero(age)),
                manual.getValue());
    }

    private static boolean isZero(@Nullable Double value) {
        return value == null || value == 0;
    }

    private static int orZero(HasValue<?, Integer> field) {
        return field.getOptionalValue().orElse(0);
    }

    private static void focus(Component field) {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
