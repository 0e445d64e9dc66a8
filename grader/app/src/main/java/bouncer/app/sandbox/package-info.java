/** Starts, limits and replaces worker processes: sends requests, and returns a result whatever the worker does. */
@NullMarked
package bouncer.app.sandbox;

import org.jspecify.annotations.NullMarked;
