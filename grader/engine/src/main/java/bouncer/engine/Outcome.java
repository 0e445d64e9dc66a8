package bouncer.engine;

/** The result of a search. */
public sealed interface Outcome {

    /** No execution failed. */
    record Passed() implements Outcome {}

    /** An execution failed. */
    record Failed(Failure failure) implements Outcome {}

    /**
     * The program does something that the engine cannot control, so that nothing is known. The reason is a sentence.
     */
    record Uncontrolled(String reason) implements Outcome {}
}
