package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.PlanNames;
import io.graphtracker.project.exchange.TaskDraft;
import io.graphtracker.project.exchange.format.DotTokens.Token;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one DOT file. */
final class DotReading {

    private static final String CLUSTER = "cluster";

    private final DotTokens tokens;
    private final PlanBuilder plan;
    private int unnamed;
    private int depth;
    private boolean toldUndirected;

    DotReading(DotTokens tokens, PlanBuilder plan) {
        this.tokens = tokens;
        this.plan = plan;
    }

    void graph() {
        if (tokens.current().isKeyword("strict")) {
            tokens.next();
        }
        // graph or digraph
        tokens.next();
        if (tokens.current().id()) {
            plan.name(tokens.id().text());
        }
        block(null);
        if (!tokens.current().text().isEmpty()) {
            throw tokens.unexpected();
        }
    }

    /** Reads statements in braces, and returns the nodes in them. */
    private Set<String> block(@Nullable String group) {
        plan.requireDepth(++depth, tokens.current().place());
        Set<String> nodes = new LinkedHashSet<>();
        tokens.require("{");
        while (!tokens.skip("}")) {
            if (!tokens.skip(";") && !tokens.skip(",")) {
                nodes.addAll(statement(group));
            }
        }
        depth--;
        return nodes;
    }

    private Set<String> statement(@Nullable String group) {
        Token first = tokens.current();
        if (first.isKeyword("graph") || first.isKeyword("node") || first.isKeyword("edge")) {
            tokens.next();
            Map<String, String> attributes = attributes();
            if (first.isKeyword("graph")) {
                applyToGroup(group, attributes);
            }
            return Set.of();
        }
        boolean subgraph = first.isKeyword("subgraph") || first.is("{");
        Set<String> nodes = new LinkedHashSet<>();
        Set<String> sources = end(group);
        if (!subgraph && tokens.skip("=")) {
            // an attribute of the graph; its name is no node
            applyToGroup(
                    group,
                    Map.of(first.text().toLowerCase(Locale.ROOT), tokens.id().text()));
            return Set.of();
        }
        if (!subgraph) {
            touch(first, group);
        }
        nodes.addAll(sources);
        boolean edge = false;
        while (tokens.current().is("->") || tokens.current().is("--")) {
            edge = true;
            Token arrow = tokens.next();
            tellUndirected(arrow);
            Token to = tokens.current();
            Set<String> targets = end(group);
            if (!to.isKeyword("subgraph") && !to.is("{")) {
                touch(to, group);
            }
            connect(sources, targets, arrow.place());
            nodes.addAll(targets);
            sources = targets;
        }
        Map<String, String> attributes = attributes();
        if (!edge && !subgraph) {
            apply(plan.find(first.text(), first.place()), attributes);
        }
        return nodes;
    }

    /** The node of a statement; the id is not one yet if an attribute of the graph follows. */
    private void touch(Token token, @Nullable String group) {
        TaskDraft task = plan.find(token.text(), token.place());
        if (task.parent() == null && !token.text().equals(group)) {
            task.parent(group);
        }
    }

    /** One end of an edge, or a statement without edges. */
    private Set<String> end(@Nullable String group) {
        Token first = tokens.current();
        if (first.is("{")) {
            return block(group);
        }
        if (first.isKeyword("subgraph")) {
            return subgraph(group);
        }
        Token node = tokens.id();
        while (tokens.skip(":")) {
            // a port, and a side of it
            tokens.id();
        }
        return Set.of(node.text());
    }

    private Set<String> subgraph(@Nullable String group) {
        Token keyword = tokens.next();
        String name = tokens.current().id() ? tokens.id().text() : "";
        if (!name.toLowerCase(Locale.ROOT).startsWith(CLUSTER)) {
            return block(group);
        }
        String key = name.length() > CLUSTER.length() ? name : CLUSTER + "_" + ++unnamed;
        TaskDraft task = plan.find(key, keyword.place()).group(true);
        if (task.parent() == null) {
            task.parent(group);
        }
        return block(key);
    }

    private void tellUndirected(Token arrow) {
        if (arrow.is("--") && !toldUndirected) {
            toldUndirected = true;
            plan.changed(arrow.place(), "", "import.finding.undirected");
        }
    }

    private void connect(Set<String> sources, Set<String> targets, Place place) {
        for (String source : sources) {
            for (String target : targets) {
                plan.depend(source, target, place);
            }
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        while (tokens.skip("[")) {
            while (!tokens.skip("]")) {
                if (tokens.skip(";") || tokens.skip(",")) {
                    continue;
                }
                String name = tokens.id().text().toLowerCase(Locale.ROOT);
                attributes.put(name, tokens.skip("=") ? tokens.id().text() : "true");
            }
        }
        return attributes;
    }

    private void applyToGroup(@Nullable String group, Map<String, String> attributes) {
        if (group == null) {
            plan.name(text(attributes.getOrDefault("label", ""), ""));
        } else {
            plan.get(group).ifPresent(task -> apply(task, attributes));
        }
    }

    private static void apply(TaskDraft task, Map<String, String> attributes) {
        attributes.forEach((name, label) -> {
            String value = text(label, task.key());
            switch (name) {
                case "label" -> task.title(value.isBlank() ? task.key() : value);
                case "url", "href" -> task.link(value);
                case "tooltip", "description" -> task.description(value);
                case "hours", "duration", "effort" -> task.plannedHours(Numbers.find(value));
                case "status" -> PlanNames.status(value).ifPresent(task::status);
                case "priority" -> PlanNames.priority(value).ifPresent(task::priority);
                case "assignee" -> task.assignee(value);
                default -> {
                    // how it is drawn
                }
            }
        });
    }

    /** A label without its escapes: line breaks, and the name of the node. */
    private static String text(String label, String name) {
        return label.replaceAll("\\\\[nlr]", " ")
                .replace("\\N", name)
                .replace("\\\\", "\\")
                .strip();
    }
}
