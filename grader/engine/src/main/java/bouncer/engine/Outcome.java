package bouncer.engine;

/** What a search came to. */
public sealed interface Outcome {

    /** No execution showed anything wrong. */
    record Passed() implements Outcome {}

    /** One did. */
    record Failed(Failure failure) implements Outcome {}

    /** The program does something the engine can't control; nothing is known. The reason is a sentence for people. */
    record Uncontrolled(String reason) implements Outcome {}
}
