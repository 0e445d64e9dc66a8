/** A session: many explorations of one loaded program. */
@org.jspecify.annotations.NullMarked
package bouncer.engine.session;
