package bouncer.checks;

/**
 * One call of a history that no sequential order explains.
 *
 * @param thread who called, such as {@code T1}
 * @param call the call as written, such as {@code getAndReset()}
 * @param result what it returned, as text
 * @param begin its place among all begins and ends of the history, from 0
 * @param end the place of its end, greater than {@code begin}
 */
public record Call(String thread, String call, String result, int begin, int end) {}
