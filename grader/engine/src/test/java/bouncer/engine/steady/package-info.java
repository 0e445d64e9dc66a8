/** What is up to chance in a JVM enters, and leaves the same in every execution of a schedule. */
@org.jspecify.annotations.NullMarked
package bouncer.engine.steady;
