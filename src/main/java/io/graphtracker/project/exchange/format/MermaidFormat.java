package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.PlanFile;
import io.graphtracker.project.exchange.PlanFormat;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads flowcharts of Mermaid. Subgraphs become groups; how things are drawn is left out.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Flowcharts of Mermaid</a>
 */
@Component
@Order(20)
class MermaidFormat implements PlanFormat {

    static final String ID = "mermaid";

    /** After front matter, comments and directives; also in the code block of a Markdown file. */
    private static final Pattern HEADER = Pattern.compile(
            "(?m)^[ \\t]*(?:flowchart(?:-elk)?|graph)(?:[ \\t]+(?:TB|TD|BT|RL|LR))?[ \\t]*(?:;|%%|\\r?$)");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean recognizes(PlanFile file) {
        return HEADER.matcher(file.head()).find();
    }

    @Override
    public void read(PlanFile file, PlanBuilder plan) {
        new MermaidReading(new TextScanner(file.text()), plan).chart();
    }
}
