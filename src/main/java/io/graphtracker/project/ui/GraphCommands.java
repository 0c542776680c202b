package io.graphtracker.project.ui;

/** The commands that actions can run on the open page of a project. */
interface GraphCommands {

    /** Adds a task in the middle of the view and opens it for editing. */
    void addTask();

    /** Opens a dialog that makes one task depend on another. */
    void connectTasks();

    /** Highlights the critical path and shows its length, or stops doing so. */
    void toggleCriticalPath();

    /** Shows the whole graph. */
    void fit();

    /** Opens the field that finds tasks by their titles. */
    void search();

    /** Shows the middle of the graph at its natural size. */
    void resetView();

    /** Downloads a picture of the whole graph. */
    void screenshot();
}
