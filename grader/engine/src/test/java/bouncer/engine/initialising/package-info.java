/** Static initialisers: when they run, what threads see of them, and what their end leaves behind. */
package bouncer.engine.initialising;
