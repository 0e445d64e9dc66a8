/** Programs of stores weaker than volatile enter, and what memory may show of them leaves. */
@org.jspecify.annotations.NullMarked
package bouncer.engine.weak;
