/** Objects of the library that threads share: which calls race, and which do not. */
package bouncer.engine.shared;
