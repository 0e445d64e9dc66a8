package bouncer.engine.verdicts;

/** Has members that no other class may see. */
class Stranger {
    private volatile int hidden;

    int shown() {
        return hidden;
    }
}
