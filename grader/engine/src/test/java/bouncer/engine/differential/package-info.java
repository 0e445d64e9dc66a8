/** A seed enters, a random program leaves, and three ways to search it must see the same. */
@org.jspecify.annotations.NullMarked
package bouncer.engine.differential;
