package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.PlanDependency;
import io.graphtracker.project.exchange.PlanDocument;
import io.graphtracker.project.exchange.PlanTask;
import io.graphtracker.project.exchange.PlanWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes titles, groups and dependencies as a flowchart of Mermaid, for pages that show one. */
@Component
@Order(20)
class MermaidWriter implements PlanWriter {

    private static final String INDENT = "  ";

    @Override
    public String id() {
        return MermaidFormat.ID;
    }

    @Override
    public String extension() {
        return "mmd";
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public String write(PlanDocument plan) {
        Map<String, List<PlanTask>> contents = new HashMap<>();
        for (PlanTask task : plan.tasks()) {
            contents.computeIfAbsent(Objects.requireNonNullElse(task.parentKey(), ""), group -> new ArrayList<>())
                    .add(task);
        }
        StringBuilder text = new StringBuilder("flowchart LR\n");
        write("", INDENT, contents, text);
        for (PlanDependency dependency : plan.dependencies()) {
            text.append(INDENT)
                    .append(dependency.from())
                    .append(" --> ")
                    .append(dependency.to())
                    .append('\n');
        }
        return text.toString();
    }

    private static void write(String group, String indent, Map<String, List<PlanTask>> contents, StringBuilder text) {
        for (PlanTask task : contents.getOrDefault(group, List.of())) {
            text.append(indent).append(task.group() ? "subgraph " : "").append(task.key());
            text.append("[\"").append(escaped(task.title())).append("\"]\n");
            if (task.group()) {
                write(task.key(), indent + INDENT, contents, text);
                text.append(indent).append("end\n");
            }
        }
    }

    /** Quotes would end a label, and the other signs would begin something in it. */
    private static String escaped(String title) {
        return title.replace("#", "#35;")
                .replace("\"", "#quot;")
                .replace("&", "#amp;")
                .replace("<", "#lt;")
                .replace(">", "#gt;")
                .replace("`", "#96;");
    }
}
