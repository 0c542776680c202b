package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.PlanException;
import io.graphtracker.project.exchange.TaskDraft;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one flowchart, statement by statement. */
final class MermaidReading {

    /** Statements about looks. */
    private static final Set<String> LOOKS = Set.of(
            "classDef", "class", "style", "linkStyle", "direction", "accTitle", "accDescr", "accTitle:", "accDescr:");

    private static final Pattern CLICK = Pattern.compile("([\\w.:-]{1,200})\\s+(?:href\\s+)?\"([^\"]{1,2000})\".*");
    /** A title may contain what ends a line elsewhere, for example U+0085 or U+2028. */
    private static final Pattern SUBGRAPH_WITH_TITLE = Pattern.compile("([^\\s\\[\"]+)\\s*\\[(.*)\\]", Pattern.DOTALL);

    private static final Pattern FRONT_MATTER_TITLE = Pattern.compile("(?m)^title:(.*)$");
    private static final Pattern HEADER = Pattern.compile("(flowchart(-elk)?|graph)\\b.*");

    private final TextScanner text;
    private final PlanBuilder plan;
    private final MermaidLinks links;
    private final Deque<String> groups = new ArrayDeque<>();
    private boolean toldUndirected;

    MermaidReading(TextScanner text, PlanBuilder plan) {
        this.text = text;
        this.plan = plan;
        this.links = new MermaidLinks(text);
    }

    void chart() {
        skipToHeader();
        while (!text.atEnd() && !text.startsWith("```")) {
            statement();
            text.takeWhile(character -> Character.isWhitespace(character) || character == ';');
        }
        if (!groups.isEmpty()) {
            throw new PlanException(text.place(), "import.problem.not-closed", "end");
        }
    }

    private void skipToHeader() {
        text.skipSpace();
        if (text.skip("---")) {
            Matcher title = FRONT_MATTER_TITLE.matcher(text.takeUntil("\n---"));
            if (title.find()) {
                plan.name(label(title.group(1)));
            }
        }
        while (!text.atEnd()) {
            text.skipSpace();
            String line = text.takeWhile(character -> character != '\n' && character != ';');
            if (HEADER.matcher(line.strip()).matches()) {
                return;
            }
        }
    }

    private void statement() {
        text.takeWhile(character -> Character.isWhitespace(character) || character == ';');
        if (text.atEnd() || text.startsWith("```")) {
            return;
        }
        if (text.startsWith("%%")) {
            restOfLine();
            return;
        }
        Place place = text.place();
        String word = text.takeWhile(MermaidReading::isPartOfKey);
        switch (word) {
            case "subgraph" -> beginGroup(restOfLine().strip(), place);
            case "end" -> {
                if (groups.pollLast() == null) {
                    throw new PlanException(place, "import.problem.unexpected", "end");
                }
            }
            case "click" -> click(restOfLine().strip());
            default -> {
                if (LOOKS.contains(word)) {
                    restOfLine();
                } else {
                    chain(word, place);
                }
            }
        }
    }

    private String restOfLine() {
        return text.takeWhile(character -> character != '\n');
    }

    private void beginGroup(String heading, Place place) {
        Matcher withTitle = SUBGRAPH_WITH_TITLE.matcher(heading.replaceFirst(";$", ""));
        String key = withTitle.matches() ? withTitle.group(1) : label(heading);
        String title = withTitle.matches() ? label(withTitle.group(2)) : key;
        plan.requireDepth(groups.size() + 1, place);
        TaskDraft group = plan.find(key.isEmpty() ? "subgraph " + text.line() : key, place)
                .group(true)
                .title(title);
        if (group.parent() == null && !groups.contains(group.key())) {
            group.parent(groups.peekLast());
        }
        groups.addLast(group.key());
    }

    private void click(String rest) {
        Matcher link = CLICK.matcher(rest);
        if (link.matches()) {
            plan.get(link.group(1)).ifPresent(task -> task.link(link.group(2)));
        }
    }

    /** Nodes, and links from those before to those after them. */
    private void chain(String firstWord, Place place) {
        List<String> sources = nodes(firstWord, place);
        while (true) {
            text.skipBlanks();
            Place at = text.place();
            MermaidLinks.Link link = links.next();
            if (link == null) {
                requireEnd(at);
                return;
            }
            text.skipSpace();
            List<String> targets = nodes(text.takeWhile(MermaidReading::isPartOfKey), text.place());
            connect(link, sources, targets, at);
            sources = targets;
        }
    }

    private void requireEnd(Place at) {
        boolean ended = text.atEnd() || text.peek() == '\n' || text.peek() == ';' || text.startsWith("%%");
        if (!ended) {
            throw new PlanException(at, "import.problem.unexpected", text.takeWhile(c -> !Character.isWhitespace(c)));
        }
        if (text.startsWith("%%")) {
            restOfLine();
        }
    }

    private void connect(MermaidLinks.Link link, List<String> sources, List<String> targets, Place place) {
        if (link == MermaidLinks.Link.INVISIBLE) {
            return;
        }
        if (link == MermaidLinks.Link.UNDIRECTED && !toldUndirected) {
            toldUndirected = true;
            plan.changed(place, "", "import.finding.undirected");
        }
        for (String source : sources) {
            for (String target : targets) {
                plan.depend(source, target, place);
                if (link == MermaidLinks.Link.BOTH_WAYS) {
                    plan.depend(target, source, place);
                }
            }
        }
    }

    /** One node or several with {@code &} between them. */
    private List<String> nodes(String firstWord, Place place) {
        List<String> nodes = new ArrayList<>();
        nodes.add(node(firstWord, place));
        text.skipBlanks();
        while (text.skip("&")) {
            text.skipSpace();
            Place at = text.place();
            nodes.add(node(text.takeWhile(MermaidReading::isPartOfKey), at));
            text.skipBlanks();
        }
        return nodes;
    }

    private String node(String word, Place place) {
        String key = word + restOfKey();
        if (key.isEmpty()) {
            throw new PlanException(
                    place, "import.problem.unexpected", text.atEnd() ? "…" : String.valueOf(text.peek()));
        }
        TaskDraft task = plan.find(key, place);
        if (task.parent() == null && !groups.contains(key)) {
            task.parent(groups.peekLast());
        }
        String label = MermaidShapes.label(text);
        if (label != null && !label(label).isEmpty()) {
            task.title(label(label));
        }
        if (text.skip(":::")) {
            text.takeWhile(MermaidReading::isPartOfKey);
        }
        return key;
    }

    /** A hyphen belongs to the key if a letter or digit follows: a link begins with two signs. */
    private String restOfKey() {
        StringBuilder rest = new StringBuilder();
        while (text.hasLetterAfter('-')) {
            rest.append(text.next()).append(text.takeWhile(MermaidReading::isPartOfKey));
        }
        return rest.toString();
    }

    private static boolean isPartOfKey(int character) {
        return Character.isLetterOrDigit(character)
                || character == '_'
                || character == '.'
                || character == '/'
                || character == '\''
                || character == '$'
                || character == '#'
                || Character.isSurrogate((char) character);
    }

    /** A text without quotes, tags and entities. */
    static String label(@Nullable String raw) {
        String plain = Objects.requireNonNullElse(raw, "").strip();
        for (String quote : new String[] {"\"", "`"}) {
            if (plain.length() > 1 && plain.startsWith(quote) && plain.endsWith(quote)) {
                plain = plain.substring(1, plain.length() - 1);
            }
        }
        return Entities.decode(plain.replaceAll("<[^<>]{0,200}>", " ").replaceAll("\\s+", " "))
                .strip();
    }
}
