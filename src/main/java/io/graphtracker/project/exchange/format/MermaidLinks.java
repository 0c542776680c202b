package io.graphtracker.project.exchange.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The links between nodes, in all their lengths and with labels. */
final class MermaidLinks {

    /** What a link means. */
    enum Link {
        DIRECTED,
        UNDIRECTED,
        BOTH_WAYS,
        INVISIBLE
    }

    /** In characters; bounded, so that no line takes long. */
    private static final int LONGEST = 500;

    private static final String END = "[>xo]";
    private static final Pattern INVISIBLE = Pattern.compile("~{3,20}");

    /** Complete: {@code -->}, {@code ---}, {@code -.->}, {@code ==>}, with one more sign for each rank. */
    private static final Pattern PLAIN = Pattern.compile("([<xo]?)(?:-{2,20}(?:(?<line>-)|(?<end>" + END
            + "))|-\\.{1,20}-(?<dotted>" + END + "?)|={2,20}(?:(?<thick>=)|(?<thickEnd>" + END + ")))");

    /** The beginning of one with its label in the middle: {@code -- yes -->}. */
    private static final Pattern LABELLED = Pattern.compile("([<xo]?)(?:--\\s+[^\\n|]*?-{2,20}(?<end>" + END
            + "|-)|-\\.[^\\n|]*?\\.{1,20}-(?<dotted>" + END + "?)|==\\s+[^\\n|]*?={2,20}(?<thick>" + END + "|=))");

    private static final Pattern EDGE_ID = Pattern.compile("\\w{1,100}@(?=[<xo=-])");

    private final TextScanner text;

    MermaidLinks(TextScanner text) {
        this.text = text;
    }

    /** The link that comes next, which is skipped with its label; null if none does. */
    @Nullable
    Link next() {
        String line = text.lookAhead(LONGEST);
        Matcher id = EDGE_ID.matcher(line);
        int start = id.lookingAt() ? id.end() : 0;
        Matcher invisible = INVISIBLE.matcher(line).region(start, line.length());
        if (invisible.lookingAt()) {
            text.skip(invisible.end());
            return Link.INVISIBLE;
        }
        for (Pattern pattern : new Pattern[] {PLAIN, LABELLED}) {
            Matcher link = pattern.matcher(line).region(start, line.length());
            if (link.lookingAt()) {
                text.skip(link.end());
                text.skipBlanks();
                if (text.skip("|")) {
                    text.takeUntil("|");
                }
                return kind(link.group(1), link.group());
            }
        }
        return null;
    }

    private static Link kind(String begin, String link) {
        boolean end = ">xo".indexOf(link.charAt(link.length() - 1)) >= 0;
        if (!end) {
            return begin.isEmpty() ? Link.UNDIRECTED : Link.DIRECTED;
        }
        return begin.isEmpty() ? Link.DIRECTED : Link.BOTH_WAYS;
    }
}
