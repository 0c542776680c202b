package io.graphtracker.project.layout;

/**
 * How large things are drawn, in pixels at zoom 1. The figures are those of {@code frontend/graph-labels.nocache.js} and
 * {@code graph-scene.nocache.js}, but only a browser knows the widths of letters: the lines of a title are counted for
 * wide ones, so that a box may be drawn a little smaller than it is here, and rarely larger.
 */
final class Sizes {

    static final double TASK_WIDTH = 172;
    static final double COLLAPSED_HEIGHT = 64;
    static final double FRAME_SIDE = 20;
    static final double FRAME_TOP = 40;

    private static final double MIN_HEIGHT = 44;
    private static final double LINE_HEIGHT = 15.6;
    private static final double PADDING = 10;
    private static final int MAX_LINES = 3;
    private static final int CHARACTERS_IN_LINE = 18;

    private Sizes() {}

    /** The height of a task with a title. */
    static double heightOf(String title) {
        return Math.max(MIN_HEIGHT, Math.ceil(lines(title) * LINE_HEIGHT) + 2 * PADDING);
    }

    private static int lines(String title) {
        int lines = 1;
        int used = 0;
        for (String word : title.strip().split("\\s+")) {
            if (used > 0 && used + 1 + word.length() > CHARACTERS_IN_LINE) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + word.length();
            lines += (used - 1) / CHARACTERS_IN_LINE;
            used = (used - 1) % CHARACTERS_IN_LINE + 1;
        }
        return Math.min(lines, MAX_LINES);
    }
}
