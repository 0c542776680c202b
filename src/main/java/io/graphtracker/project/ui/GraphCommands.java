package io.graphtracker.project.ui;

/** What the actions of this feature can do with the open page of a project. */
interface GraphCommands {

    /** Adds a task in the middle of the view and begins to edit it. */
    void addTask();

    /** Asks which task shall depend on which. */
    void connectTasks();

    /** Highlights the critical path and says what it is, or stops doing so. */
    void toggleCriticalPath();

    /** Shows the whole graph. */
    void fit();

    /** Shows the middle of the graph at its natural size. */
    void resetView();

    /** Downloads a picture of the whole graph. */
    void screenshot();
}
