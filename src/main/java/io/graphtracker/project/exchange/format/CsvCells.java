package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.TaskDraft;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is in cells. */
final class CsvCells {

    private static final String GUARD = "'";

    /**
     * How formulas begin. A spreadsheet would execute a title like {@code =HYPERLINK(…)}.
     *
     * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV injection</a>
     */
    private static final String FORMULAS = "=+-@\t\r";

    private static final Set<String> YES = Set.of("yes", "true", "1", "x", "y");

    /** Bounded and possessive, so that no cell takes long. */
    private static final Pattern EFFORT =
            Pattern.compile("([+-]?[\\d.,]{1,32})\\s*+(m|min|h|hrs?|hours?|d|days?|w|weeks?)\\??");

    private CsvCells() {}

    /** A text that no spreadsheet executes. */
    static String guarded(String text) {
        boolean formula = !text.isEmpty() && (FORMULAS + GUARD).indexOf(text.charAt(0)) >= 0;
        return formula ? GUARD + text : text;
    }

    /** A text as it was before it was guarded. */
    static String plain(String cell) {
        boolean guarded =
                cell.length() > 1 && cell.startsWith(GUARD) && (FORMULAS + GUARD).indexOf(cell.charAt(1)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }

    static boolean isYes(String cell) {
        return YES.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** Hours, or another unit after the number; null, which is reported, if it is neither. */
    static @Nullable Double hours(String cell, TaskDraft task, PlanBuilder plan) {
        Matcher effort = EFFORT.matcher(cell.strip().toLowerCase(Locale.ROOT));
        Double number = Numbers.find(effort.matches() ? effort.group(1) : cell);
        if (number == null) {
            if (!cell.isEmpty()) {
                plan.dropped(task.place(), task.title(), "import.finding.no-hours", cell);
            }
            return null;
        }
        return number * (effort.matches() ? factor(effort.group(2).charAt(0)) : 1);
    }

    private static double factor(char unit) {
        return switch (unit) {
            case 'm' -> 1 / 60.0;
            case 'd' -> Schedule.HOURS_A_DAY;
            case 'w' -> 5 * Schedule.HOURS_A_DAY;
            default -> 1;
        };
    }

    /** Sets a value of a list, or reports that it is none. */
    static <T> void apply(
            String cell, Function<String, Optional<T>> parser, Consumer<T> setter, TaskDraft task, PlanBuilder plan) {
        if (!cell.isEmpty()) {
            parser.apply(cell)
                    .ifPresentOrElse(
                            setter,
                            () -> plan.dropped(task.place(), task.title(), "import.finding.unknown-value", cell));
        }
    }
}
