/** What an exploration does not control, and says so. */
@org.jspecify.annotations.NullMarked
package bouncer.engine.outside;
