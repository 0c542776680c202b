package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The colours of the canvas have the contrasts of WCAG 2.2 (1.4.3 and 1.4.11) in both colour schemes. */
class CanvasContrastTest {

    private static final double TEXT = 4.5;
    private static final double LINE = 3;
    private static final Pattern TOKEN =
            Pattern.compile("--graph-([\\w-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");

    record Pair(String foreground, String background, double least) {}

    static Stream<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (String ground : List.of("background", "group-fill")) {
            for (String line : List.of("edge", "selection", "critical", "group-border")) {
                pairs.add(new Pair(line, ground, LINE));
            }
        }
        pairs.add(new Pair("group-text", "group-fill", TEXT));
        for (String ground : List.of("background", "group-fill")) {
            pairs.add(new Pair("dimmed-text", ground, TEXT));
            // the signs of statuses
            pairs.add(new Pair("dimmed-border", ground, LINE));
        }
        Arrays.stream(TaskStatus.values()).map(TaskStatus::slug).forEach(status -> {
            pairs.add(new Pair(status + "-border", "background", LINE));
            pairs.add(new Pair(status + "-border", "group-fill", LINE));
            // the sign of the status
            pairs.add(new Pair(status + "-border", status + "-fill", LINE));
            pairs.add(new Pair(status + "-text", status + "-fill", TEXT));
            pairs.add(new Pair("critical", status + "-fill", LINE));
        });
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void contrastsSuffice(Pair pair) throws IOException {
        Map<String, List<String>> tokens = tokens();
        for (int scheme = 0; scheme < 2; scheme++) {
            double contrast = contrast(
                    tokens.get(pair.foreground()).get(scheme),
                    tokens.get(pair.background()).get(scheme));
            assertThat(contrast).as((scheme == 0 ? "light " : "dark ") + pair).isGreaterThanOrEqualTo(pair.least());
        }
    }

    private static Map<String, List<String>> tokens() throws IOException {
        Map<String, List<String>> tokens = new HashMap<>();
        Matcher matcher = TOKEN.matcher(Files.readString(Path.of("frontend", "css", "tokens.css")));
        while (matcher.find()) {
            tokens.put(matcher.group(1), List.of(matcher.group(2), matcher.group(3)));
        }
        return tokens;
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** As WCAG defines it. */
    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(part -> {
                    double value = Integer.parseInt(colour.substring(1 + 2 * part, 3 + 2 * part), 16) / 255.0;
                    double linear = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
                    return weights[part] * linear;
                })
                .sum();
    }
}
