package io.graphtracker.backup.jobs;

import java.time.Duration;

/**
 * How many jobs there may be: a script that asks again and again must not use up threads or memory.
 *
 * @param running the most at a time
 * @param kept the most that have ended and are still known
 * @param keptFor how long one that has ended is known
 */
public record JobLimits(int running, int kept, Duration keptFor) {

    static final JobLimits DEFAULT = new JobLimits(4, 100, Duration.ofHours(1));
}
