package io.graphtracker.backup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The measurements of one quantity, one per round; NaN for a round that did not end. */
public final class Figures {

    private final List<Double> values = new ArrayList<>();

    public void add(double value) {
        values.add(value);
    }

    /** The ratio to another quantity, round by round, which varies least on a machine with changing load. */
    Figures over(Figures other) {
        Figures ratios = new Figures();
        for (int round = 0; round < values.size(); round++) {
            ratios.add(values.get(round) / other.values.get(round));
        }
        return ratios;
    }

    int ended() {
        return (int) values.stream().filter(value -> !value.isNaN()).count();
    }

    int rounds() {
        return values.size();
    }

    public double median() {
        List<Double> sorted = sorted();
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double max() {
        return sorted().isEmpty() ? Double.NaN : sorted().getLast();
    }

    /** The median, and the minimum and maximum in brackets. */
    public String text(String unit) {
        List<Double> sorted = sorted();
        return sorted.isEmpty()
                ? "–"
                : number(median()) + unit + " (" + number(sorted.getFirst()) + "–" + number(sorted.getLast()) + ")";
    }

    public static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    private List<Double> sorted() {
        List<Double> sorted =
                new ArrayList<>(values.stream().filter(value -> !value.isNaN()).toList());
        Collections.sort(sorted);
        return sorted;
    }
}
