package io.graphtracker.project.exchange;

/**
 * A dependency of a plan.
 *
 * @param from the key of the task that comes first
 * @param to the key of the task that depends on it
 */
public record PlanDependency(String from, String to) {}
