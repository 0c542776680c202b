package io.graphtracker.project.exchange;

import java.util.Locale;

/** What downloaded files are called. */
public final class ExportName {

    private ExportName() {}

    /** A name for a file about a project, without an extension: letters and digits of any language, and hyphens. */
    public static String of(String projectName) {
        String name = projectName.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String trimmed = name.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? "graph" : trimmed;
    }
}
