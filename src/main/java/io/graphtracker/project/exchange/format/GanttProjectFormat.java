package io.graphtracker.project.exchange.format;

import io.graphtracker.project.TaskPriority;
import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.PlanFile;
import io.graphtracker.project.exchange.PlanFormat;
import io.graphtracker.project.exchange.TaskDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads files of GanttProject. Tasks with subtasks become groups; a day is eight hours. */
@Component
@Order(60)
class GanttProjectFormat implements PlanFormat {

    private static final Pattern ROOT = Pattern.compile("<project\\s[^>]*\\b(view-date|gantt-divider-location)=");

    /** Of the kinds 1 to 4, the one in which a task begins when the other is finished. */
    private static final String FINISH_TO_START = "2";

    @Override
    public String id() {
        return "ganttproject";
    }

    @Override
    public boolean recognizes(PlanFile file) {
        return ROOT.matcher(file.head()).find();
    }

    @Override
    public void read(PlanFile file, PlanBuilder plan) {
        XmlCursor.read(file, plan.limits(), xml -> new Reading(xml, plan).project());
        plan.groupsAreSums();
        Schedule.leaveOutDates(plan);
        plan.changed(Place.NONE, "", "import.finding.days", Schedule.HOURS_A_DAY);
    }

    /** One file. */
    private static final class Reading {

        private final XmlCursor xml;
        private final PlanBuilder plan;
        private final List<Runnable> dependencies = new ArrayList<>();
        private final Assignees assignees = new Assignees();

        Reading(XmlCursor xml, PlanBuilder plan) {
            this.xml = xml;
            this.plan = plan;
        }

        void project() {
            plan.name(xml.attribute("name"));
            xml.children(name -> {
                switch (name) {
                    case "tasks" -> xml.children(child -> task(child, null));
                    case "resources" ->
                        xml.children(child -> assignees.addPerson(xml.attribute("id"), xml.attribute("name")));
                    case "allocations" -> xml.children(child -> allocation());
                    default -> {
                        // calendars, views and roles are no part of a plan
                    }
                }
            });
            dependencies.forEach(Runnable::run);
            assignees.apply(plan);
        }

        private void task(String name, @Nullable String parent) {
            if (!name.equals("task")) {
                return;
            }
            String key = xml.attribute("id");
            TaskDraft task = plan.add(key, xml.place())
                    .title(xml.attribute("name"))
                    .parent(parent)
                    .link(xml.attribute("webLink"))
                    .priority(priority(xml.attribute("priority")))
                    .collapsed(xml.attribute("expand").equals("false"));
            Double days = xml.number("duration");
            Schedule.progress(
                    task,
                    days == null ? null : Double.valueOf(days * Schedule.HOURS_A_DAY),
                    Objects.requireNonNullElse(xml.number("complete"), 0.0));
            xml.children(child -> {
                switch (child) {
                    case "task" -> task(child, key);
                    case "notes" -> task.description(xml.text());
                    case "depend" -> depend(key);
                    default -> {
                        // custom columns
                    }
                }
            });
        }

        /** The element is in the task that comes first. */
        private void depend(String from) {
            String to = xml.attribute("id");
            boolean plain = xml.attribute("type").equals(FINISH_TO_START)
                    || xml.attribute("type").isEmpty();
            boolean lag = Objects.requireNonNullElse(xml.number("difference"), 0.0) != 0;
            Place place = xml.place();
            // later, when the titles are known
            dependencies.add(() -> Schedule.depend(plan, from, to, plain, lag, place));
        }

        private void allocation() {
            boolean responsible = xml.attribute("responsible").equals("true");
            assignees.assign(xml.attribute("task-id"), xml.attribute("resource-id"), responsible);
        }

        private static TaskPriority priority(String code) {
            return switch (code) {
                case "0", "3" -> TaskPriority.LOW;
                case "2", "4" -> TaskPriority.HIGH;
                default -> TaskPriority.NORMAL;
            };
        }
    }
}
