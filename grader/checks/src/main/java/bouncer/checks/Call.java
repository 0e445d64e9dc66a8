package bouncer.checks;

/**
 * One call of a history that no sequential order explains.
 *
 * @param thread the calling thread, such as {@code T1}
 * @param call the call as it is shown, such as {@code getAndReset()}
 * @param result what the call returned or threw, as text; empty if it returned nothing
 * @param begin the position of its begin among all begins and ends of the history, counted from 0
 * @param end the position of its end, greater than {@code begin}
 */
public record Call(String thread, String call, String result, int begin, int end) {}
