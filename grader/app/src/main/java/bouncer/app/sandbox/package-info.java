/** Starts, bounds and replaces worker processes: requests enter, results leave, whatever the worker does. */
@NullMarked
package bouncer.app.sandbox;

import org.jspecify.annotations.NullMarked;
