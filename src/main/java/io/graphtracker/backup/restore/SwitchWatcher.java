package io.graphtracker.backup.restore;

import java.util.function.Consumer;

/** Told of each step of a switch; a bean of this type lets a test end the process right there. */
@FunctionalInterface
interface SwitchWatcher extends Consumer<DatabaseSwitch.Step> {}
