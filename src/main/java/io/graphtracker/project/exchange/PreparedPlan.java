package io.graphtracker.project.exchange;

import io.graphtracker.project.GraphCommand.ImportPlan;

/**
 * A plan that can be imported.
 *
 * @param change adds it to a project
 */
public record PreparedPlan(ReadPlan plan, ImportPlan change) {}
