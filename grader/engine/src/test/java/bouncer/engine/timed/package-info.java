/** Programs with deadlines enter, and what their waiters may find out about the time leaves. */
@org.jspecify.annotations.NullMarked
package bouncer.engine.timed;
