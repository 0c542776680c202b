package io.graphtracker.project.exchange.format;

import io.graphtracker.project.Position;
import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.PlanFile;
import io.graphtracker.project.exchange.PlanFormat;
import io.graphtracker.project.exchange.PlanNames;
import io.graphtracker.project.exchange.TaskDraft;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads GraphML, also with the labels and places of yEd. Graphs in nodes become groups.
 *
 * @see <a href="http://graphml.graphdrawing.org/primer/graphml-primer.html">GraphML primer</a>
 */
@Component
@Order(40)
class GraphMlFormat implements PlanFormat {

    private static final Pattern ROOT = Pattern.compile("<(\\w+:)?graphml\\b");

    @Override
    public String id() {
        return "graphml";
    }

    @Override
    public boolean recognizes(PlanFile file) {
        return ROOT.matcher(file.head()).find();
    }

    @Override
    public void read(PlanFile file, PlanBuilder plan) {
        XmlCursor.read(file, plan.limits(), xml -> new Reading(xml, plan).document());
    }

    /** One file. */
    private static final class Reading {

        private final XmlCursor xml;
        private final PlanBuilder plan;

        /** What data are called, by their keys. */
        private final Map<String, String> names = new HashMap<>();

        Reading(XmlCursor xml, PlanBuilder plan) {
            this.xml = xml;
            this.plan = plan;
        }

        void document() {
            xml.children(name -> {
                switch (name) {
                    case "key" ->
                        names.put(
                                xml.attribute("id"), xml.attribute("attr.name").toLowerCase(Locale.ROOT));
                    case "graph" -> graph(null);
                    default -> {
                        // data about the file
                    }
                }
            });
        }

        private void graph(@Nullable String group) {
            if (xml.attribute("edgedefault").equals("undirected")) {
                plan.changed(xml.place(), "", "import.finding.undirected");
            }
            xml.children(name -> {
                switch (name) {
                    case "node" -> node(group);
                    case "edge" -> plan.depend(xml.attribute("source"), xml.attribute("target"), xml.place());
                    case "hyperedge" -> plan.dropped(xml.place(), "", "import.finding.hyperedge");
                    default -> {
                        // data about the graph
                    }
                }
            });
        }

        private void node(@Nullable String group) {
            String key = xml.attribute("id");
            TaskDraft task = plan.add(key, xml.place()).parent(group);
            xml.children(name -> {
                switch (name) {
                    case "data" -> data(task);
                    case "graph" -> {
                        task.group(true);
                        graph(key);
                    }
                    default -> {
                        // ports
                    }
                }
            });
        }

        private void data(TaskDraft task) {
            String name = names.getOrDefault(xml.attribute("key"), "");
            if (name.isEmpty()) {
                // a drawing: its elements are nested differently for each shape
                xml.children(child -> drawing(child, task));
                return;
            }
            String value = xml.text().strip();
            if (value.isEmpty()) {
                return;
            }
            switch (name) {
                case "name", "label", "title" -> task.title(value);
                case "description", "comment", "notes" -> task.description(value);
                case "url", "link" -> task.link(value);
                case "hours", "plannedhours", "planned_hours", "duration", "effort" ->
                    task.plannedHours(Numbers.find(value));
                case "status" -> PlanNames.status(value).ifPresent(task::status);
                case "priority" -> PlanNames.priority(value).ifPresent(task::priority);
                case "assignee" -> task.assignee(value);
                default -> {
                    // data of others
                }
            }
        }

        private void drawing(String name, TaskDraft task) {
            switch (name) {
                case "Geometry" -> place(task);
                case "NodeLabel" -> {
                    String label = xml.text().strip();
                    if (!label.isEmpty() && task.title().equals(task.key())) {
                        task.title(label);
                    }
                }
                default -> xml.children(child -> drawing(child, task));
            }
        }

        /** The corner and the size. */
        private void place(TaskDraft task) {
            Double x = xml.number("x");
            Double y = xml.number("y");
            if (x != null && y != null) {
                task.position(new Position(x + half("width"), y + half("height")));
            }
        }

        private double half(String attribute) {
            return Objects.requireNonNullElse(xml.number(attribute), 0.0) / 2;
        }
    }
}
