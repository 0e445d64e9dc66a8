/** Programs that catch everything enter, and executions that end all the same leave. */
@org.jspecify.annotations.NullMarked
package bouncer.engine.unwinding;
