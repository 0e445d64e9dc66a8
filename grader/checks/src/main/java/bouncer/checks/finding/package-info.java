/** What a check found out, as plain data: nothing enters, findings and outcomes leave; imports nothing but the JDK's basics. */
@NullMarked
package bouncer.checks.finding;

import org.jspecify.annotations.NullMarked;
