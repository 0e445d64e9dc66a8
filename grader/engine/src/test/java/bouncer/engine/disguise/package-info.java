/** What a program could tell an exploration by, and cannot. */
@org.jspecify.annotations.NullMarked
package bouncer.engine.disguise;
