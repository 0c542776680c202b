/** What tests of several packages share: a context with a real database and no web, and a clock that can be set. */
@NullMarked
package io.graphtracker.testing;

import org.jspecify.annotations.NullMarked;
