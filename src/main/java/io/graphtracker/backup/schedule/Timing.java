package io.graphtracker.backup.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.springframework.scheduling.support.CronExpression;

/** The rule by which scheduled backups repeat. Constructors refuse invalid values with an IllegalArgumentException. */
public sealed interface Timing {

    /** No scheduled backups. */
    record Off() implements Timing {}

    /**
     * A duration between two backups, whatever the clocks on the wall show meanwhile.
     *
     * @param hours from 1 to {@value #MOST_HOURS}
     */
    record Every(int hours) implements Timing {

        /** A month. */
        public static final int MOST_HOURS = 744;

        public Every {
            if (hours < 1 || hours > MOST_HOURS) {
                throw new IllegalArgumentException("Not a number of hours: " + hours);
            }
        }
    }

    /**
     * Once a day.
     *
     * @param at to the minute
     */
    record Daily(LocalTime at) implements Timing {

        public Daily {
            at = at.truncatedTo(ChronoUnit.MINUTES);
        }
    }

    /**
     * Once a week.
     *
     * @param at to the minute
     */
    record Weekly(DayOfWeek day, LocalTime at) implements Timing {

        public Weekly {
            at = at.truncatedTo(ChronoUnit.MINUTES);
        }
    }

    /**
     * A cron expression of five fields: minute, hour, day of the month, month, day of the week.
     *
     * @param expression with single blanks between its fields
     */
    record Cron(String expression) implements Timing {

        private static final int FIELDS = 5;

        /** Also those that do not break, which examples have. */
        private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

        public Cron {
            expression = BLANKS.matcher(expression).replaceAll(" ").trim();
            if (expression.split(" ").length != FIELDS) {
                throw new IllegalArgumentException("Not five fields: " + expression);
            }
            CronExpression.parse("0 " + expression);
        }
    }
}
