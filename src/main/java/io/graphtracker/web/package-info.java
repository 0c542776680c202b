/** Which requests are answered at all: only those that come from this site, and are meant for it. */
@NullMarked
package io.graphtracker.web;

import org.jspecify.annotations.NullMarked;
