package io.graphtracker.project.ui;

import io.graphtracker.project.ProjectException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hours as users write them, with a point or a comma: 6.5 or 6,5. A number field of the browser would drop the comma of a
 * user whose language has it, and turn 6,5 into 65.
 */
final class HoursText {

    /** After a comma at most two digits, since 1,000 would be a thousand to others. */
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+([.]\\d*|,\\d{0,2})?|[.]\\d+|,\\d{1,2})");

    private HoursText() {}

    /** How hours are shown in a field; empty for none. */
    static String of(@Nullable Double hours) {
        return hours == null
                ? ""
                : BigDecimal.valueOf(hours).stripTrailingZeros().toPlainString();
    }

    /** How hours are shown everywhere else: rounded to hundredths, since minutes are rarely a round number of tenths. */
    static String rounded(double hours) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMaximumFractionDigits(2);
        return format.format(hours);
    }

    /**
     * Reads hours, without a limit.
     *
     * @return null if the text is blank
     * @throws ProjectException if it is no number
     */
    static @Nullable Double parse(String text) {
        String number = text.strip();
        if (number.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new ProjectException("task.hours.not-a-number");
        }
        return Double.valueOf(number.replace(',', '.'));
    }
}
