package io.graphtracker.project.exchange.format;

import io.graphtracker.project.TaskStatus;
import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.TaskDraft;
import org.jspecify.annotations.Nullable;

/** What plans with dates have, and this one has not: shares of work that is done, and other kinds of dependencies. */
final class Schedule {

    /** A working day of programs that count days, in hours. */
    static final double HOURS_A_DAY = 8;

    private static final double ALL = 100;

    private Schedule() {}

    /** Sets the hours and how much of them is done, in percent. */
    static void progress(TaskDraft task, @Nullable Double hours, double percent) {
        task.plannedHours(hours);
        if (percent >= ALL) {
            task.status(TaskStatus.DONE);
        } else if (percent > 0) {
            task.status(TaskStatus.IN_PROGRESS);
        }
        if (hours != null && hours > 0 && percent > 0) {
            // in whole minutes: remaining work is counted in them
            task.actualHours(Math.round(hours * Math.min(percent, ALL) / ALL * 60) / 60.0);
        }
    }

    /** Adds a dependency of any kind, and reports what it loses. */
    static void depend(PlanBuilder plan, String from, String to, boolean finishToStart, boolean lag, Place place) {
        plan.depend(from, to, place);
        String title = plan.get(to).map(TaskDraft::title).orElse("");
        if (!finishToStart) {
            plan.changed(place, title, "import.finding.dependency-kind");
        }
        if (lag) {
            plan.changed(
                    place,
                    title,
                    "import.finding.lag",
                    plan.get(from).map(TaskDraft::title).orElse(from));
        }
    }

    /** Says what plans with a schedule contain that no plan here has. */
    static void leaveOutDates(PlanBuilder plan) {
        plan.dropped(Place.NONE, "", "import.finding.schedule");
    }
}
