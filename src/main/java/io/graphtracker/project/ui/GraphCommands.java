package io.graphtracker.project.ui;

import com.vaadin.flow.signals.Signal;
import io.graphtracker.project.UndoState;

/** The commands that actions can run on the open page of a project. */
interface GraphCommands {

    /** Adds a task in the middle of the view and opens it for editing. */
    void addTask();

    /** Opens a dialog that makes one task depend on another. */
    void connectTasks();

    /** Highlights the critical path and shows its length, or stops doing so. */
    void toggleCriticalPath();

    /** Whether the critical path is highlighted. */
    Signal<Boolean> criticalPathShown();

    /** Highlights the longest chain of work through the selected task and shows its length, or stops doing so. */
    void toggleTaskPath();

    /** Whether the path of a task is highlighted. */
    Signal<Boolean> taskPathShown();

    /** Shows the whole graph. */
    void fit();

    /** Shows the beginning of the graph, as when it was opened for the first time. */
    void resetView();

    /** Arranges what is selected, or the whole plan, from left to right. */
    void arrange();

    /** Undoes the newest change of this page. */
    void undo();

    /** Redoes what was undone last. */
    void redo();

    /** What can be undone and redone. */
    Signal<UndoState> undoState();

    /** Makes a group of the selected tasks and opens its title for editing. */
    void group();

    /** Dissolves the selected groups, and keeps what they contain. */
    void ungroup();

    /** Shows the selected groups by their titles only. */
    void collapse();

    /** Shows again what the selected groups contain. */
    void expand();

    /** Opens the field that finds tasks by their titles. */
    void search();

    /** Downloads a picture of the whole graph as PNG. */
    void screenshot();

    /** Downloads the same picture as SVG. */
    void saveAsSvg();

    /**
     * Downloads the plan.
     *
     * @param format see {@link io.graphtracker.project.exchange.PlanWriter#id}
     */
    void exportPlan(String format);

    /** Opens the dialog that adds a plan from a file. */
    void importPlan();

    /** Prints the whole graph on one page. */
    void print();
}
