/** Programs that can't be seen whole enter, and the word "complete" does not leave. */
@org.jspecify.annotations.NullMarked
package bouncer.engine.honest;
