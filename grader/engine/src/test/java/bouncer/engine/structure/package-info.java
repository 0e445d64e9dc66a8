/** Rules about the engine's own code. */
package bouncer.engine.structure;
