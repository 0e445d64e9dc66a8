/** Programs in which one is overtaken again and again. */
@org.jspecify.annotations.NullMarked
package bouncer.engine.starved;
