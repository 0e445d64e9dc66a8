/** A program and limits enter, many executions are run, and a finding with its shortest explanation leaves. */
@NullMarked
package bouncer.engine.search;

import org.jspecify.annotations.NullMarked;
