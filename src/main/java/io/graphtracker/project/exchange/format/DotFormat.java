package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.PlanFile;
import io.graphtracker.project.exchange.PlanFormat;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads DOT, the language of Graphviz. Clusters become groups; other subgraphs only name several nodes.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">The DOT language</a>
 */
@Component
@Order(30)
class DotFormat implements PlanFormat {

    private static final Pattern HEADER = Pattern.compile(
            "(?is)\\A(?:\\s++|//[^\\n]*+|#[^\\n]*+|/\\*.*?\\*/)*+(strict\\s+)?(di)?graph\\b[^\\[\\]{};\\n]*\\{");

    @Override
    public String id() {
        return "dot";
    }

    @Override
    public boolean recognizes(PlanFile file) {
        return HEADER.matcher(file.head()).find();
    }

    @Override
    public void read(PlanFile file, PlanBuilder plan) {
        new DotReading(new DotTokens(file.text()), plan).graph();
    }
}
