package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.PlanFile;
import io.graphtracker.project.exchange.PlanFormat;
import io.graphtracker.project.exchange.TaskDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads the XML of Microsoft Project. Summary tasks become groups; hours are those of the duration, so that the critical
 * path is the same.
 *
 * @see <a href="https://learn.microsoft.com/office-project/xml-data-interchange/project-xml-data-interchange-schema-reference">Project
 *     XML data interchange schema</a>
 */
@Component
@Order(50)
class ProjectXmlFormat implements PlanFormat {

    private static final String NAMESPACE = "http://schemas.microsoft.com/project";

    /** Of the kinds 0 to 3, the one in which a task begins when the other is finished. */
    private static final String FINISH_TO_START = "1";

    @Override
    public String id() {
        return "msproject";
    }

    @Override
    public boolean recognizes(PlanFile file) {
        return file.head().contains(NAMESPACE);
    }

    @Override
    public void read(PlanFile file, PlanBuilder plan) {
        XmlCursor.read(file, plan.limits(), xml -> new Reading(xml, plan).project());
        plan.groupsAreSums();
        Schedule.leaveOutDates(plan);
    }

    /** A dependency before the titles of its ends are known. */
    private record Link(String from, String to, String kind, boolean lag, Place place) {}

    /** One file. */
    private static final class Reading {

        private final XmlCursor xml;
        private final PlanBuilder plan;
        private final OutlineLevels levels = new OutlineLevels();
        private final List<Link> links = new ArrayList<>();
        private final Assignees assignees = new Assignees();

        Reading(XmlCursor xml, PlanBuilder plan) {
            this.xml = xml;
            this.plan = plan;
        }

        void project() {
            xml.children(name -> {
                switch (name) {
                    case "Title" -> plan.name(xml.text());
                    case "Tasks" -> xml.children(child -> task());
                    case "Resources" ->
                        xml.children(child -> {
                            Map<String, String> values = values();
                            assignees.addPerson(value(values, "UID"), value(values, "Name"));
                        });
                    case "Assignments" ->
                        xml.children(child -> {
                            Map<String, String> values = values();
                            assignees.assign(value(values, "TaskUID"), value(values, "ResourceUID"), false);
                        });
                    default -> {
                        // calendars and settings are no part of a plan
                    }
                }
            });
            links.forEach(link ->
                    Schedule.depend(plan, link.from, link.to, link.kind.equals(FINISH_TO_START), link.lag, link.place));
            assignees.apply(plan);
        }

        private void task() {
            Place place = xml.place();
            Map<String, String> values = new HashMap<>();
            List<Link> predecessors = new ArrayList<>();
            xml.children(name -> {
                if (name.equals("PredecessorLink")) {
                    Place at = xml.place();
                    Map<String, String> link = values();
                    predecessors.add(new Link(
                            value(link, "PredecessorUID"),
                            "",
                            link.getOrDefault("Type", FINISH_TO_START),
                            number(link, "LinkLag") != 0,
                            at));
                } else {
                    values.put(name, xml.text());
                }
            });
            if (value(values, "IsNull").equals("1")) {
                // an empty row
                return;
            }
            int level = values.containsKey("OutlineLevel") ? (int) number(values, "OutlineLevel") : 1;
            if (level == 0) {
                // the project itself
                plan.name(value(values, "Name"));
                return;
            }
            String key = value(values, "UID");
            TaskDraft task = plan.add(key, place)
                    .title(value(values, "Name"))
                    .description(value(values, "Notes"))
                    .link(value(values, "HyperlinkAddress"))
                    .priority(Priorities.of(number(values, "Priority")))
                    .parent(levels.parent(level, key));
            Schedule.progress(task, Numbers.hours(value(values, "Duration")), number(values, "PercentComplete"));
            predecessors.forEach(link -> links.add(new Link(link.from, key, link.kind, link.lag, link.place)));
        }

        /** The texts of the elements in the current one. */
        private Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            xml.children(name -> values.put(name, xml.text()));
            return values;
        }

        private static String value(Map<String, String> values, String name) {
            return values.getOrDefault(name, "").strip();
        }

        private static double number(Map<String, String> values, String name) {
            Double number = Numbers.find(value(values, name));
            return Objects.requireNonNullElse(number, 0.0);
        }
    }
}
